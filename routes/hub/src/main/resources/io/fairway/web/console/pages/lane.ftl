<#import "layout.ftl" as l>
<#import "rules.ftl" as r>
<@l.page title=t("lane.title", lane) refresh="2">
<#if passage??><@r.decision passage/>
<p><a class="button second" href="/console/gates/${lane?url("UTF-8")}/transactions/${passage.transaction?url("UTF-8")}">${t("lane.open")}</a></p>
<@r.rules passage/>
<#else><div class="barrier"><p class="sign">${t("lane.empty")}</p></div></#if>
</@l.page>
