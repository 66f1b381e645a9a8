<#import "layout.ftl" as l>
<#assign c = detail.consignment>
<#assign address = "/console/consignments/" + c.id>
<@l.page title=t("consignment.title", c.bill) refresh=refreshes?then("10; url=" + address, "")>
<#if c.erasedAt??><p><@l.badge t("erased") "warn"/> ${t("erased.case")} <@l.time c.erasedAt/></p></#if>
<dl class="facts">
<div><dt>${t("carrier")}</dt><dd>${name(c.carrier)}</dd></div>
<div><dt>${t("manifest")}</dt><dd><#if c.manifest??>${t("manifest." + c.manifest.name())}<#else>${t("none")}</#if></dd></div>
<div><dt>${t("attention")}</dt><dd><#if c.held><@l.badge t("held") "bad"/><#else><@l.badge t("free") "good"/></#if></dd></div>
<div><dt>${t("changed")}</dt><dd><@l.time c.changedAt/></dd></div>
</dl>
<p class="actions"><a class="button" href="${address}/evidence">${t("evidence")}</a> <#if acts?size gt 0><a class="button second" href="${address}/acts">${t("acts.link")}</a> </#if><a href="${address}/looks">${t("looks.title")}</a>
<#if refreshes><a href="${address}?live=off">${t("live.stop")}</a><#else><a href="${address}">${t("live.go")}</a></#if></p>

<#if c.holds?size gt 0><section aria-labelledby="holds"><h2 id="holds">${t("holds")}</h2>
<ul class="plain"><#list c.holds as hold><li><@l.badge t("agency." + hold.agency.name()) "bad"/> ${hold.reason} <span class="note">${hold.id}<#if hold.containers?size gt 0>; ${hold.containers?join(", ")}</#if></span></li></#list></ul></section></#if>
<#if c.alerts?size gt 0><section aria-labelledby="alerts"><h2 id="alerts">${t("alerts")}</h2>
<ul class="plain"><#list c.alerts as alert><li><@l.badge alert.subject "warn"/> ${say(alert.reason.text)} <span class="note"><@l.time alert.at/></span></li></#list></ul></section></#if>

<#if discrepancies?size gt 0><section aria-labelledby="discrepancies"><h2 id="discrepancies">${t("discrepancies")}</h2>
<table>
<thead><tr><th scope="col">${t("discrepancy.member")}</th><th scope="col">${t("discrepancy.declared")}</th><th scope="col">${t("discrepancy.recorded")}</th><th scope="col">${t("discrepancy.act")}</th><th scope="col">${t("state")}</th></tr></thead>
<tbody><#list discrepancies as d>
<tr<#if !d.settledAt??> class="differs"</#if>><th scope="row" data-label="${t("discrepancy.member")}">${d.member}<br><span class="note">${say(d.text)} (${d.lrn})</span></th>
<td data-label="${t("discrepancy.declared")}"><#if d.declared??><mark>${d.declared}</mark><#else>–</#if></td>
<td data-label="${t("discrepancy.recorded")}"><#if d.recorded??><mark>${d.recorded}</mark><#else>–</#if><#if d.tolerance??> <span class="note">${d.tolerance}</span></#if></td>
<td data-label="${t("discrepancy.act")}">${t("act." + d.mustAct.name())}</td>
<td data-label="${t("state")}"><#if d.settledAt??><@l.badge t("settled") "good"/><#else><@l.badge t("open") "bad"/></#if></td></tr>
</#list></tbody>
</table></section></#if>

<section aria-labelledby="containers"><h2 id="containers">${t("containers")}</h2>
<#if detail.containers?size == 0><p class="empty">${t("none")}</p><#else>
<table>
<thead><tr><th scope="col">${t("container")}</th><th scope="col">${t("position")}</th><th scope="col">${t("customs")}</th><th scope="col">${t("carrier.release")}</th><th scope="col">${t("leave")}</th></tr></thead>
<tbody><#list detail.containers as box>
<tr><th scope="row" data-label="${t("container")}">${box.number}<#if box.seals?size gt 0><br><span class="note">${t("seals")} ${box.seals?join(", ")}</span></#if></th>
<td data-label="${t("position")}">${t("position." + box.position.name())}<#if box.since??><br><span class="note"><@l.time box.since/></span></#if></td>
<td data-label="${t("customs")}"><#if box.customsReleased><@l.badge t("released") "good"/><#else><@l.badge t("released.not") "plain"/></#if></td>
<td data-label="${t("carrier.release")}"><#if box.carrierRelease??>${box.carrierRelease.reference}<#if box.carrierRelease.validUntil??><br><span class="note">${t("until")} <@l.time box.carrierRelease.validUntil/></span></#if><#else>–</#if></td>
<td data-label="${t("leave")}"><#if box.leaveAllowed><@l.badge t("leave.yes") "good"/><#else><@l.badge t("leave.no") "bad"/><ul class="reasons"><#list box.reasonsAgainstLeaving as reason><li>${say(reason.text)}</li></#list></ul></#if></td></tr>
</#list></tbody>
</table></#if></section>

<section aria-labelledby="declarations"><h2 id="declarations">${t("declarations")}</h2>
<#if detail.declarations?size == 0><p class="empty">${t("none")}</p><#else>
<table>
<thead><tr><th scope="col">${t("lrn")}</th><th scope="col">${t("declarant")}</th><th scope="col">${t("stage")}</th><th scope="col">${t("documents")}</th><th scope="col">${t("duty")}</th></tr></thead>
<tbody><#list detail.declarations as d>
<tr><th scope="row" data-label="${t("lrn")}">${d.lrn}<#if d.entryNumber??><br><span class="note">${d.entryNumber}</span></#if></th>
<td data-label="${t("declarant")}">${name(d.declarant)}</td>
<td data-label="${t("stage")}">${t("stage." + d.stage.name())}<#if d.releaseNumber??><br><span class="note">${d.releaseNumber}</span></#if></td>
<td data-label="${t("documents")}"><#if d.documentsOutstanding?size gt 0><@l.badge t("documents.wanted") "warn"/> ${d.documentsOutstanding?join(", ")}<#else>–</#if></td>
<td data-label="${t("duty")}">${t("duty." + d.duty.status.name())}<#list d.duty.due as amount><br><span class="note">${amount.amount} ${amount.currency}</span></#list></td></tr>
</#list></tbody>
</table></#if></section>

<section aria-labelledby="timeline"><h2 id="timeline">${t("timeline")}</h2>
<ol class="timeline">
<#list timeline as entry>
<li<#if entry.stands.name() != "APPLIED"> class="kept"</#if>><p class="note"><@l.time entry.occurredAt/> · ${name(entry.source)}<#if entry.interchange??> · ${entry.interchange}</#if></p>
<p>${say(entry.text)}</p><#if entry.standsReason??><p class="note">${say(entry.standsReason.text)}</p></#if></li>
</#list>
</ol></section>
</@l.page>
