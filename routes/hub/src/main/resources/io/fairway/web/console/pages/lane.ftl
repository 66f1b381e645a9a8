<#import "layout.ftl" as l>
<#import "rules.ftl" as r>
<@l.page title=t("lane.title", lane) refresh="2">
<#if passage??><@r.decision passage/>
<p><a class="button second" href="/console/gates/${lane?url("UTF-8")}/transactions/${passage.transaction?url("UTF-8")}">${t("lane.open")}</a></p>
<@r.rules passage/>
<#else><div class="barrier"><p class="sign">${t("lane.empty")}</p></div></#if>
<#if unwell?size gt 0><h2>${t("lane.unwell")}</h2><ul class="reasons"><#list unwell as one><li><strong>${one.device}</strong>: ${say(one.state.text())}</li></#list></ul></#if>
<#if alarms?size gt 0><h2>${t("lane.alarms")}</h2><ul class="reasons"><#list alarms as one><li><@l.time one.at/> ${say(one.kind.text())} <#if one.transaction??><a href="/console/gates/${lane?url("UTF-8")}/transactions/${one.transaction?url("UTF-8")}">${one.transaction}</a></#if><#if one.device??><strong>${one.device}</strong></#if></li></#list></ul></#if>
</@l.page>
