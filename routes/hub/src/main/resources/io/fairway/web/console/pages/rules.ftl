<#-- What was decided of a passage, in large letters, and every rule with what it used. -->
<#import "layout.ftl" as l>
<#macro decision passage>
<#if passage.place.name() == "GONE"><div class="barrier"><p class="sign">${t("lane.empty")}</p><p>${t("lane.last")}: ${t("permission." + passage.permission.name())}, <@l.time passage.decidedAt/></p></div>
<#else><div class="barrier ${passage.permission.name()?lower_case}"><p class="sign">${t("permission." + passage.permission.name())}</p><p class="sentence" lang="en">${passage.display.en()}</p><p class="sentence" lang="zh-CN">${passage.display.zh()}</p></div></#if>
</#macro>
<#macro rules passage>
<dl class="facts"><div><dt>${t("lane.plate")}</dt><dd>${passage.plate}</dd></div><div><dt>${t("containers")}</dt><dd>${passage.containers?join(", ")}</dd></div><div><dt>${t("lane.decided")}</dt><dd><@l.time passage.decidedAt/></dd></div><div><dt>${t("version")}</dt><dd>${passage.revision}</dd></div></dl>
<table><thead><tr><th scope="col">${t("lane.rule")}</th><th scope="col">${t("verification.result")}</th><th scope="col">${t("lane.used")}</th></tr></thead><tbody><#list passage.rules as one><tr><th scope="row" data-label="${t("lane.rule")}">${t("rule." + one.rule.name())}<#if one.container??><br>${one.container}</#if></th><td data-label="${t("verification.result")}"><@l.badge words=t("outcome." + one.result.name()) kind=one.stops()?then("bad", (one.result.name() == "WARN")?then("warn", (one.result.name() == "PASS")?then("good", "plain")))/><p>${say(one.reason)}</p><#if one.setAside?size gt 0><p class="note">${t("lane.aside")} ${one.setAside?join(", ")}</p></#if></td><td data-label="${t("lane.used")}"><ul class="reasons"><#list one.facts as fact><li>${fact.name}: ${fact.value} (${fact.origin}, <@l.time fact.asOf/>)</li></#list></ul></td></tr></#list></tbody></table>
</#macro>
