<#import "layout.ftl" as l>
<#import "findings.ftl" as f>
<#assign address = "/console/operations/" + stuck.id>
<@l.page title=t("stuck.title", t("waiting." + stuck.kind.name()))>
<dl class="facts">
<div><dt>${t("state")}</dt><dd><#if stuck.parked><@l.badge t("parked") "bad"/><#else><@l.badge t("unreadable") "bad"/></#if></dd></div>
<div><dt>${t("party")}</dt><dd>${name(stuck.party)}</dd></div>
<div><dt>${t("since")}</dt><dd><@l.time stuck.since/></dd></div>
<div><dt>${t("stuck.way")}</dt><dd>${stuck.way}</dd></div>
<div><dt>${t("stuck.tried")}</dt><dd>${t("attempts", stuck.attempts)}</dd></div>
<#if stuck.digest??><div><dt>${t("digest")}</dt><dd><code>${stuck.digest}</code></dd></div></#if>
</dl>
<#if stuck.cause??><p class="error">${stuck.cause}</p></#if>
<p class="actions">
<#if stuck.parked><form method="post" action="${address}/resume"><@l.token/><button>${t("resume")}</button></form></#if>
<#if stuck.repairable><a class="button second" href="${address}/repair">${t("repair")}</a></#if>
<#if stuck.digest??><a href="${address}/original">${t("original.download")}</a></#if></p>
<p class="note">${t("stuck.note")}</p>
<#if stuck.repairs?size gt 0><section aria-labelledby="repairs"><h2 id="repairs">${t("repairs")}</h2>
<ul class="plain"><#list stuck.repairs as r><li><@l.time r.at/> ${r.by} <#if r.transmission??><code>${r.transmission}</code><#else><@l.badge t("repair.kept.not") "warn"/></#if> <span class="note">${r.digest}</span></li></#list></ul></section></#if>
<div class="columns">
<section aria-labelledby="findings"><h2 id="findings">${t("findings")}</h2>
<#if stuck.findings?size == 0><p class="empty">${t("findings.none")}</p></#if>
<#list stuck.findings as found><@f.finding found?counter found pieces></@f.finding></#list></section>
<section aria-labelledby="original"><h2 id="original">${t("original")}</h2><#if pieces?size == 0><p class="empty">${t("none")}</p><#else><@f.text pieces t("original")/></#if></section>
</div>
</@l.page>
