<#import "layout.ftl" as l>
<#import "rules.ftl" as r>
<@l.page title=t("passage.title", passage.transaction)>
<@r.decision passage/>
<#if rules?size gt 0><form class="stacked" method="post" action="/console/gates/${passage.lane?url("UTF-8")}/transactions/${passage.transaction?url("UTF-8")}/overrides"><@l.token/>
<h2>${t("override.title")}</h2><p>${t("override.note")}</p>
<#if wrong?has_content><p class="error" role="alert">${t(wrong)}</p></#if>
<label for="rule">${t("lane.rule")}</label><select id="rule" name="rule"><#list rules as rule><option value="${rule.name()}">${t("rule." + rule.name())}</option></#list></select>
<label for="reason">${t("reason")}</label><input id="reason" name="reason" maxlength="200" required<#if wrong?has_content> aria-invalid="true"</#if>>
<button>${t("override.ask")}</button></form></#if>
<@r.rules passage/>
<p><a href="/console/gates/${passage.lane?url("UTF-8")}">${t("lane.title", passage.lane)}</a></p>
</@l.page>
