<#import "layout.ftl" as l>
<#import "findings.ftl" as f>
<@l.page title=t("checked.title")>
<#if findings?size == 0><p class="done" role="status">${t("checked.clean")}</p><#else><p class="error" role="status">${t("checked.findings", findings?size)}</p></#if>
<p class="actions"><a class="button second" href="/console/submit">${t("checked.again")}</a></p>
<div class="columns">
<section aria-labelledby="findings"><h2 id="findings">${t("findings")}</h2>
<#list findings as found><@f.finding found?counter found pieces><#if found.fix??><p>${t("finding.fix")} <code>${found.fix.value}</code> <@l.badge t("certainty." + found.fix.certainty.name())/></p></#if></@f.finding></#list></section>
<section aria-labelledby="original"><h2 id="original">${t("original")}</h2><@f.text pieces t("original")/></section>
</div>
</@l.page>
