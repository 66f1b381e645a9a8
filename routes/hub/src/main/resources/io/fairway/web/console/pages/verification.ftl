<#import "layout.ftl" as l>
<#macro result word><@l.badge words=t("result." + word) kind=(word == "MATCH")?then("good", (word == "MISMATCH")?then("bad", "warn"))/></#macro>
<@l.page title=t("verification.title", asked.bill)>
<dl class="facts"><div><dt>${t("carrier")}</dt><dd>${name(asked.carrier)}</dd></div><div><dt>${t("verification.asked")}</dt><dd><@l.time asked.askedAt/></dd></div><div><dt>${t("verification.case")}</dt><dd><@l.time asked.caseChangedAt/></dd></div><div><dt>${t("verification.block")}</dt><dd><#if asked.ledgerBlock lt 0>${t("verification.noblock")}<#else>${asked.ledgerBlock}</#if></dd></div><div><dt>${t("verification.presented")}</dt><dd><#if asked.presented??><code>${asked.presented}</code><#else>${t("verification.nothing")}</#if></dd></div></dl>
<p class="lead">${t("verification.note")}</p>
<table><thead><tr><th scope="col">${t("verification.check")}</th><th scope="col">${t("verification.result")}</th><th scope="col">${t("verification.why")}</th></tr></thead><tbody><#list asked.checks as one><tr><th scope="row" data-label="${t("verification.check")}">${t("check." + one.check)}</th><td data-label="${t("verification.result")}"><@result one.result/></td><td data-label="${t("verification.why")}"><p>${say(one.text)}</p>
<#list one.evidence as place><p class="note">${say(place.what)} ${name(place.by)}, <@l.time place.at/> (${t("verification.heard")} <@l.time place.heardAt/>)<#if place.document??><br>${t("digest")} <code>${place.document}</code></#if><#if place.transaction??><br>${t("verification.transaction")} <code>${place.transaction}</code><#if place.block??>, ${t("block")} ${place.block}</#if></#if></p></#list></td></tr></#list></tbody></table>
<section aria-labelledby="proofs"><h2 id="proofs">${t("proofs")}</h2><p>${t("proofs.note")}</p>
<#list facts as fact><form class="search" method="get" action="/console/bank/verifications/${asked.id}/proofs/${fact}"><#if fact == "shipped-on-board"><label for="proof-day">${t("verify.latestShipment")}</label> <input id="proof-day" name="latestShipment" type="date" required></#if><#if fact == "holder"><label for="proof-customer">${t("verify.customer")}</label> <input id="proof-customer" name="customer" autocomplete="off"></#if> <button class="second">${t("fact." + fact)}</button></form>
</#list></section>
<p><a href="/console/bank">${t("bank.title")}</a></p>
</@l.page>
