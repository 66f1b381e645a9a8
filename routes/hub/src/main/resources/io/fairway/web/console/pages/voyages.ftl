<#import "layout.ftl" as l>
<@l.page title=t("voyages.title")>
<#if list.items?size == 0><p class="empty">${t("none")}</p><#else>
<table><thead><tr><th scope="col">${t("ship")}</th><th scope="col">${t("voyage")}</th><th scope="col">${t("port")}</th><th scope="col">${t("carrier")}</th><th scope="col">${t("arrival")}</th></tr></thead>
<tbody><#list list.items as call><tr><th scope="row" data-label="${t("ship")}"><a href="/console/voyages/${call.id}">${call.shipName}</a><br><span class="note">IMO ${call.ship}</span></th><td data-label="${t("voyage")}">${call.voyage}</td><td data-label="${t("port")}">${call.port}</td><td data-label="${t("carrier")}">${name(call.carrier)}</td>
<td data-label="${t("arrival")}"><#if call.arrivedAt??><@l.badge t("arrived") "good"/> <@l.time call.arrivedAt/><#elseif call.estimatedArrival??>${t("expected")} <@l.time call.estimatedArrival/><#else>–</#if></td></tr></#list></tbody></table><@l.more list/></#if>
</@l.page>
