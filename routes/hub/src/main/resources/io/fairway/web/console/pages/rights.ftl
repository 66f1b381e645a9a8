<#import "layout.ftl" as l>
<#macro table rows path heading id>
<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
<#if rows?size == 0><p class="empty">${t("none")}</p><#else>
<table><thead><tr><th scope="col">${t("number")}</th><th scope="col">${t("state")}</th><th scope="col">${t("holder")}</th><th scope="col">${t("changed")}</th></tr></thead>
<tbody><#list rows as right><tr><th scope="row" data-label="${t("number")}"><a href="${path}${right.id}">${right.number!right.subject}</a></th><td data-label="${t("state")}"><@l.badge right.state/></td><td data-label="${t("holder")}">${right.holder}</td><td data-label="${t("changed")}"><@l.time right.changedAt/></td></tr></#list></tbody></table></#if></section>
</#macro>
<@l.page title=t("rights.title")>
<@table bills "/console/rights/bills/" t("bills") "bills"/>
<@table releases "/console/rights/releases/" t("releases") "releases"/>
</@l.page>
