<#import "layout.ftl" as l>
<#import "findings.ftl" as f>
<#assign one = detail.interchange>
<#assign address = "/console/messages/" + one.id>
<#assign fixable = false>
<#list detail.findings as found><#if found.fix?? && found.offset?? && found.fix.edit.name() != "FILL_IN"><#assign fixable = true></#if></#list>
<#assign may = one.direction.name() == "RECEIVED" && fixable>
<@l.page title=t("message.title", one.reference)>
<dl class="facts">
<div><dt>${t("partners")}</dt><dd>${one.sender} → ${one.recipient}</dd></div>
<div><dt>${t("time")}</dt><dd><@l.time one.at/></dd></div>
<#if one.verdict??><div><dt>${t("state")}</dt><dd><@l.badge words=t("verdict." + one.verdict.name()) kind=(one.verdict.name() == "ACCEPTED")?then("good", "bad")/></dd></div></#if>
<#if one.sent??><div><dt>${t("document")}</dt><dd>${one.sent.document} (${one.sent.dialect})</dd></div></#if>
<#list detail.messages as m><div><dt>${t("message")}</dt><dd>${m.type} ${m.reference}</dd></div></#list>
</dl>
<p class="actions"><#if one.direction.name() == "RECEIVED" && detail.findings?size gt 0><a href="${address}/repair">${t("repair")}</a> </#if><a href="${address}/original">${t("original.download")}</a> <a href="${address}/evidence">${t("evidence")}</a></p>
<#if one.received?? && one.received.repeats??><p class="warning">${t("message.repeats")} <a href="/console/messages/${one.received.repeats}">${t("message.first")}</a></p></#if>
<div class="columns">
<section aria-labelledby="findings"><h2 id="findings">${t("findings")}</h2>
<#if detail.findings?size == 0><p class="empty">${t("findings.none")}</p></#if>
<#if may><form method="post" action="${address}/mend"><@l.token/></#if>
<#list detail.findings as found><@f.finding found?counter found pieces>
<#if found.fix??><p><#if may && found.offset?? && found.fix.edit.name() != "FILL_IN"><label><input type="checkbox" name="fix" value="${found.code}@${found.offset}" checked> ${t("finding.accept")} <code>${found.fix.value}</code></label><#else>${t("finding.fix")} <code>${found.fix.value}</code></#if> <@l.badge words=t("certainty." + found.fix.certainty.name()) kind=(found.fix.certainty.name() == "CERTAIN")?then("good", "warn")/></p></#if>
</@f.finding></#list>
<#if may><p class="note">${t("mend.note")}</p><p class="actions"><button>${t("mend")}</button> <button class="second" name="act" value="edit">${t("mend.edit")}</button></p></form></#if>
</section>
<section aria-labelledby="original"><h2 id="original">${t("original")}</h2><#if pieces?size == 0><p class="empty">${t("none")}</p><#else><@f.text pieces t("original")/></#if></section>
</div>
<#if detail.facts?size gt 0><section aria-labelledby="facts"><h2 id="facts">${t("facts")}</h2>
<table><thead><tr><th scope="col">${t("document")}</th><th scope="col">${t("state")}</th><th scope="col">${t("reason")}</th></tr></thead>
<tbody><#list detail.facts as fact><tr><th scope="row" data-label="${t("document")}">${fact.ordinal}. <#if fact.consignment??><a href="/console/consignments/${fact.consignment}">${fact.document}</a><#else>${fact.document}</#if></th><td data-label="${t("state")}">${t("fact." + fact.state.name())}</td><td data-label="${t("reason")}"><#if fact.reason??>${fact.reason}<#else>–</#if></td></tr></#list></tbody></table></section></#if>
<#if deliveries?size gt 0><section aria-labelledby="deliveries"><h2 id="deliveries">${t("deliveries")}</h2>
<table><thead><tr><th scope="col">${t("recipient")}</th><th scope="col">${t("document")}</th><th scope="col">${t("state")}</th><th scope="col">${t("reason")}</th></tr></thead>
<tbody><#list deliveries as d><tr><th scope="row" data-label="${t("recipient")}">${name(d.recipient)}</th><td data-label="${t("document")}">${d.document} (${d.dialect})</td><td data-label="${t("state")}"><@l.badge words=t("delivery." + d.state.name()) kind=(d.state.name() == "PARKED")?then("bad", (d.state.name() == "DELIVERED")?then("good", "plain"))/><#if d.concludedAt??> <@l.time d.concludedAt/></#if></td><td data-label="${t("reason")}"><#if d.cause??>${d.cause}<#else>–</#if></td></tr></#list></tbody></table></section></#if>
<#list detail.acknowledgments as ack><section aria-labelledby="ack-${ack?counter}"><h2 id="ack-${ack?counter}">${ack.kind}</h2><pre>${ack.text}</pre></section></#list>
</@l.page>
