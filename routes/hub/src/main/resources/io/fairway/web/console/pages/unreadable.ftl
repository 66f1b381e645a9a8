<#import "layout.ftl" as l>
<@l.page title=t("unreadable.title")>
<p>${t("unreadable.note")}</p>
<#if list.items?size == 0><p class="empty">${t("none")}</p><#else>
<table><thead><tr><th scope="col">${t("received")}</th><th scope="col">${t("party")}</th><th scope="col">${t("stuck.way")}</th><th scope="col">${t("reason")}</th><th scope="col">${t("repairs")}</th></tr></thead>
<tbody><#list list.items as row><tr><th scope="row" data-label="${t("received")}"><a href="/console/operations/${row.id}"><@l.time row.receivedAt/></a></th>
<td data-label="${t("party")}">${name(row.party)}</td><td data-label="${t("stuck.way")}">${row.channel}</td><td data-label="${t("reason")}">${row.code}</td><td data-label="${t("repairs")}">${row.repairs}</td></tr></#list></tbody></table><@l.more list/></#if>
</@l.page>
