<#import "layout.ftl" as l>
<@l.page title=t("messages.title")>
<form class="search" method="get" action="/console/messages" role="search">
<label for="reference">${t("reference")}</label> <input id="reference" name="reference" value="${reference}" maxlength="35" autocomplete="off">
<label for="direction">${t("direction")}</label> <select id="direction" name="direction"><option value="both">${t("direction.both")}</option><option value="received"<#if direction == "RECEIVED"> selected</#if>>${t("direction.RECEIVED")}</option><option value="sent"<#if direction == "SENT"> selected</#if>>${t("direction.SENT")}</option></select>
<button>${t("find")}</button>
</form>
<#if list.items?size == 0><p class="empty">${t("none")}</p><#else>
<table>
<thead><tr><th scope="col">${t("reference")}</th><th scope="col">${t("direction")}</th><th scope="col">${t("partners")}</th><th scope="col">${t("state")}</th><th scope="col">${t("time")}</th></tr></thead>
<tbody><#list list.items as one>
<tr><th scope="row" data-label="${t("reference")}"><a href="/console/messages/${one.id}">${one.reference}</a></th>
<td data-label="${t("direction")}">${t("direction." + one.direction.name())}</td>
<td data-label="${t("partners")}">${one.sender} → ${one.recipient}</td>
<td data-label="${t("state")}"><#if one.verdict??><@l.badge words=t("verdict." + one.verdict.name()) kind=(one.verdict.name() == "ACCEPTED")?then("good", "bad")/><#elseif one.sent??>${one.sent.document} <@l.badge words=t("delivery." + one.sent.state.name()) kind=(one.sent.state.name() == "PARKED")?then("bad", "plain")/><#else>–</#if></td>
<td data-label="${t("time")}"><@l.time one.at/></td></tr>
</#list></tbody>
</table>
<@l.more list/></#if>
</@l.page>
