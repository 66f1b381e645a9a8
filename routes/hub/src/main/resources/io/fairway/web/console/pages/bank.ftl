<#import "layout.ftl" as l>
<#import "verify-form.ftl" as v>
<@l.page title=t("bank.title")>
<#if clashes?size gt 0><section aria-labelledby="clashes"><h2 id="clashes">${t("bank.clashes")}</h2><p class="warning">${t("bank.clash.note")}</p>
<table><thead><tr><th scope="col">${t("bank.contact")}</th><th scope="col">${t("bank.other")}</th><th scope="col">${t("time")}</th></tr></thead><tbody><#list clashes as clash><tr><th scope="row" data-label="${t("bank.contact")}">${clash.contact}</th><td data-label="${t("bank.other")}">${clash.otherContact}</td><td data-label="${t("time")}"><@l.time clash.toldAt/></td></tr></#list></tbody></table></section></#if>
<section aria-labelledby="claims"><h2 id="claims">${t("bank.claims")}</h2>
<#if claims?size == 0><p class="empty">${t("none")}</p><#else><table><thead><tr><th scope="col">${t("number")}</th><th scope="col">${t("state")}</th><th scope="col">${t("changed")}</th></tr></thead><tbody><#list claims as right><tr><th scope="row" data-label="${t("number")}">${right.number!right.subject}</th><td data-label="${t("state")}"><@l.badge right.state/></td><td data-label="${t("changed")}"><@l.time right.changedAt/></td></tr></#list></tbody></table></#if></section>
<section aria-labelledby="bills"><h2 id="bills">${t("bank.bills")}</h2>
<#if bills?size == 0><p class="empty">${t("none")}</p><#else><table><thead><tr><th scope="col">${t("number")}</th><th scope="col">${t("state")}</th><th scope="col">${t("holder")}</th></tr></thead><tbody><#list bills as right><tr><th scope="row" data-label="${t("number")}"><a href="/console/rights/bills/${right.id}">${right.number!right.subject}</a></th><td data-label="${t("state")}"><@l.badge right.state/></td><td data-label="${t("holder")}">${right.holder}</td></tr></#list></tbody></table></#if></section>
<section aria-labelledby="asked"><h2 id="asked">${t("bank.asked")}</h2>
<#if asked.items?size == 0><p class="empty">${t("none")}</p><#else><table><thead><tr><th scope="col">${t("bill")}</th><th scope="col">${t("verification.asked")}</th><#list ["MATCH", "MISMATCH", "NOT_AVAILABLE"] as result><th scope="col">${t("result." + result)}</th></#list></tr></thead><tbody><#list asked.items as one><tr><th scope="row" data-label="${t("bill")}"><a href="/console/bank/verifications/${one.id}">${one.bill}</a></th><td data-label="${t("verification.asked")}"><@l.time one.askedAt/></td><#list ["MATCH", "MISMATCH", "NOT_AVAILABLE"] as result><td data-label="${t("result." + result)}">${one.checks?filter(check -> check.result == result)?size}</td></#list></tr></#list></tbody></table><@l.more asked/></#if></section>
<h2>${t("verify.title")}</h2>
<@v.form/>
</@l.page>
