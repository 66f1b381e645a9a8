<#import "layout.ftl" as l>
<@l.page title=t("looks.title")>
<p>${t("looks.note")} <a href="/console/consignments/${id}">${t("looks.back")}</a></p>
<#if list.items?size == 0><p class="empty">${t("looks.none")}</p><#else>
<table><thead><tr><th scope="col">${t("time")}</th><th scope="col">${t("party")}</th><th scope="col">${t("looks.what")}</th></tr></thead>
<tbody><#list list.items as look><tr><th scope="row" data-label="${t("time")}"><@l.time look.at/></th><td data-label="${t("party")}">${name(look.party)}<#if look.person??> <span class="note">${look.person}</span></#if></td><td data-label="${t("looks.what")}">${look.operation}</td></tr></#list></tbody></table><@l.more list/></#if>
</@l.page>
