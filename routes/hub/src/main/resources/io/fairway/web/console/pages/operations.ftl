<#import "layout.ftl" as l>
<#function total amounts><#local sum = 0><#list amounts?values as amount><#local sum = sum + amount></#list><#return sum></#function>
<@l.page title=t("operations.title")>
<dl class="facts">
<div><dt>${t("backlog.transmissions")}</dt><dd>${total(backlog.transmissions)}</dd></div>
<div><dt>${t("backlog.facts")}</dt><dd>${total(backlog.facts)}</dd></div>
<div><dt>${t("backlog.outbound")}</dt><dd>${total(backlog.outbound)}</dd></div>
<div><dt>${t("ledger")}</dt><dd><#if ledger.trouble??><@l.badge ledger.trouble "warn"/><#else>${ledger.network}</#if></dd></div>
<div><dt>${t("ledger.differences")}</dt><dd>${ledger.differences?size}</dd></div>
</dl>
<section aria-labelledby="stuck"><h2 id="stuck">${t("operations.stuck")}</h2>
<#if list.items?size == 0><p class="empty">${t("operations.none")}</p><#else>
<table><thead><tr><th scope="col">${t("what")}</th><th scope="col">${t("party")}</th><th scope="col">${t("since")}</th><th scope="col">${t("reason")}</th><th scope="col">${t("way.on")}</th></tr></thead>
<tbody><#list list.items as row>
<tr><th scope="row" data-label="${t("what")}"><#if row.parked && row.kind.name() != "NOTICE"><a href="/console/operations/${row.id}">${t("waiting." + row.kind.name())}</a><#else>${t("waiting." + row.kind.name())}</#if><br><@l.badge row.parked?then(t("parked"), t("late")) row.parked?then("bad", "warn")/></th>
<td data-label="${t("party")}">${name(row.party)}</td>
<td data-label="${t("since")}"><@l.time row.since/><br><span class="note">${t("attempts", row.attempts)}</span></td>
<td data-label="${t("reason")}"><#if row.cause??>${row.cause}<#else>–</#if><br><span class="note">${row.id}<#if row.consignment??> · ${row.consignment}</#if></span></td>
<td data-label="${t("way.on")}"><#if row.parked && row.kind.name() != "NOTICE"><form method="post" action="/console/operations/${row.id}/resume"><@l.token/><button>${t("resume")}</button></form><#elseif row.parked>${t("resume.subscriber")}<#else>${t("resume.itself")}</#if></td></tr>
</#list></tbody></table><@l.more list/></#if>
<p><a href="/console/operations/unreadable">${t("unreadable.title")}</a></p></section>
<#if ledger.differences?size gt 0><section aria-labelledby="differences"><h2 id="differences">${t("ledger.differences")}</h2>
<ul class="plain"><#list ledger.differences as d><li><@l.badge d.kind.name() "bad"/> ${d.actor} ${d.event} <span class="note"><@l.time d.foundAt/></span></li></#list></ul></section></#if>
<section aria-labelledby="alarms"><h2 id="alarms">${t("alarms")}</h2>
<#if alarms?size == 0><p class="empty">${t("none")}</p><#else><ul class="plain"><#list alarms as alarm><li><@l.badge t("days", alarm.daysLeft) "warn"/> ${alarm.party} ${alarm.subject} <span class="note"><@l.time alarm.endsAt/></span></li></#list></ul></#if></section>
<section aria-labelledby="security"><h2 id="security">${t("security")}</h2>
<#if security?size == 0><p class="empty">${t("none")}</p><#else>
<table><thead><tr><th scope="col">${t("time")}</th><th scope="col">${t("what")}</th><th scope="col">${t("party")}</th><th scope="col">${t("address")}</th></tr></thead>
<tbody><#list security as event><tr><td data-label="${t("time")}"><@l.time event.at/></td><th scope="row" data-label="${t("what")}">${event.kind}</th><td data-label="${t("party")}">${event.party!"–"} ${event.person!""}</td><td data-label="${t("address")}">${event.method} ${event.path} <span class="note">${event.status}<#if event.repeated gt 1> × ${event.repeated}</#if></span></td></tr></#list></tbody></table></#if></section>
</@l.page>
