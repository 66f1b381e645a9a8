<#import "layout.ftl" as l>
<@l.page title=t("transmission.title") refresh=(sent.state.name() == "RECEIVED" || sent.state.name() == "READ")?then("4", "")>
<dl class="facts">
<div><dt>${t("state")}</dt><dd>${t("transmission." + sent.state.name())}</dd></div>
<div><dt>${t("received")}</dt><dd><@l.time sent.receivedAt/></dd></div>
<div><dt>${t("digest")}</dt><dd><code>${sent.digest}</code></dd></div>
</dl>
<#if sent.repairs??><p class="warning">${t("repair.of", sent.repairs.by)} <a href="/console/transmissions/${sent.repairs.original}">${t("repair.original")}</a> <@l.time sent.repairs.at/></p></#if>
<#list sent.repairedBy as r><p class="done">${t("repair.by", r.by)} <#if r.transmission??><a href="/console/transmissions/${r.transmission}">${t("repair.copy")}</a></#if> <@l.time r.at/></p></#list>
<#list sent.findings as found><div class="finding"><p>${say(found.text)}</p></div></#list>
<ul class="work">
<#list sent.interchanges as one>
<li class="card"><div><h2><a href="/console/messages/${one.interchange.id}">${one.interchange.reference}</a></h2>
<p><#if one.interchange.verdict??><@l.badge words=t("verdict." + one.interchange.verdict.name()) kind=(one.interchange.verdict.name() == "ACCEPTED")?then("good", "bad")/></#if> ${t("message.count", one.messages?size, one.findings?size)}</p></div></li>
</#list>
</ul>
</@l.page>
