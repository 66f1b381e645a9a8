<#import "layout.ftl" as l>
<@l.page title=t("bank.title")>
<#if clashes?size gt 0><section aria-labelledby="clashes"><h2 id="clashes">${t("bank.clashes")}</h2><p class="warning">${t("bank.clash.note")}</p>
<table><thead><tr><th scope="col">${t("bank.contact")}</th><th scope="col">${t("bank.other")}</th><th scope="col">${t("time")}</th></tr></thead><tbody><#list clashes as clash><tr><th scope="row" data-label="${t("bank.contact")}">${clash.contact}</th><td data-label="${t("bank.other")}">${clash.otherContact}</td><td data-label="${t("time")}"><@l.time clash.toldAt/></td></tr></#list></tbody></table></section></#if>
<section aria-labelledby="claims"><h2 id="claims">${t("bank.claims")}</h2>
<#if claims?size == 0><p class="empty">${t("none")}</p><#else><table><thead><tr><th scope="col">${t("number")}</th><th scope="col">${t("state")}</th><th scope="col">${t("changed")}</th></tr></thead><tbody><#list claims as right><tr><th scope="row" data-label="${t("number")}">${right.number!right.subject}</th><td data-label="${t("state")}"><@l.badge right.state/></td><td data-label="${t("changed")}"><@l.time right.changedAt/></td></tr></#list></tbody></table></#if></section>
<section aria-labelledby="bills"><h2 id="bills">${t("bank.bills")}</h2>
<#if bills?size == 0><p class="empty">${t("none")}</p><#else><table><thead><tr><th scope="col">${t("number")}</th><th scope="col">${t("state")}</th><th scope="col">${t("holder")}</th></tr></thead><tbody><#list bills as right><tr><th scope="row" data-label="${t("number")}"><a href="/console/rights/bills/${right.id}">${right.number!right.subject}</a></th><td data-label="${t("state")}"><@l.badge right.state/></td><td data-label="${t("holder")}">${right.holder}</td></tr></#list></tbody></table></#if></section>
</@l.page>
