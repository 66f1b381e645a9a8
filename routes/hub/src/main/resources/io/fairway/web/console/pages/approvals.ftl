<#import "layout.ftl" as l>
<@l.page title=t("approvals.title")>
<p class="lead">${t("approvals.note")}</p>
<#if list.items?size == 0><p class="empty">${t("none")}</p><#else>
<ul class="work"><#list list.items as act>
<li class="card"><div><p class="kind">${t("approval.asked", act.askedBy)} · <@l.time act.askedAt/></p><h2>${act.kind}</h2>
<p class="note">${act.subject}<#list act.detail as key, value> · ${key}: ${value?truncate(80)}</#list></p>
<p><@l.badge words=t("approval." + act.state.name()) kind=(act.state.name() == "DONE")?then("good", (act.state.name() == "PENDING")?then("warn", "plain"))/><#if act.answeredBy??> ${act.answeredBy}</#if> <span class="note">${t("until")} <@l.time act.validUntil/></span></p></div>
<#if act.state.name() == "PENDING"><div class="actions"><#if act.askedBy != me.signature()><form method="post" action="/console/approvals/${act.id}/confirm"><@l.token/><button aria-label="${t("confirm")} ${act.kind}">${t("confirm")}</button></form></#if>
<form method="post" action="/console/approvals/${act.id}/refuse"><@l.token/><button class="second" aria-label="${t("refuse")} ${act.kind}">${t("refuse")}</button></form></div></#if></li>
</#list></ul><@l.more list/></#if>
</@l.page>
