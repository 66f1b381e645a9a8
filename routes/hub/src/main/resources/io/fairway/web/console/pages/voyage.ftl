<#import "layout.ftl" as l>
<@l.page title=t("voyage.title", call.shipName, call.voyage)>
<dl class="facts"><div><dt>${t("port")}</dt><dd>${call.port}</dd></div><div><dt>${t("carrier")}</dt><dd>${name(call.carrier)}</dd></div><div><dt>${t("bills")}</dt><dd>${bills?size}</dd></div></dl>
<#if bills?size == 0><p class="empty">${t("none")}</p><#else>
<table><thead><tr><th scope="col">${t("bill")}</th><th scope="col">${t("voyage.customs")}</th><th scope="col">${t("holds")}</th><th scope="col">${t("alerts")}</th></tr></thead>
<tbody><#list bills as bill><tr><th scope="row" data-label="${t("bill")}"><a href="/console/consignments/${bill.id}">${bill.bill}</a></th>
<td data-label="${t("voyage.customs")}"><#if bill.manifest??><@l.badge words=t("manifest." + bill.manifest.name()) kind=(bill.manifest.name() == "REJECTED" || bill.manifest.name() == "DO_NOT_LOAD")?then("bad", (bill.manifest.name() == "LODGED")?then("warn", "good"))/><#else>–</#if></td>
<td data-label="${t("holds")}"><#if bill.held><#list bill.holds as hold><@l.badge t("agency." + hold.agency.name()) "bad"/> ${hold.reason} <#else><@l.badge t("held") "bad"/></#list><#else>–</#if></td>
<td data-label="${t("alerts")}"><#list bill.alerts as alert>${say(alert.reason.text)} <#else>–</#list></td></tr></#list></tbody></table></#if>
<#if findings?size gt 0><section aria-labelledby="findings"><h2 id="findings">${t("voyage.findings")}</h2>
<#list findings as group><h3><a href="/console/consignments/${group.bill.id}">${group.bill.bill}</a></h3>
<ul class="plain"><#list group.found as d><li class="differs"><strong>${d.member}</strong> ${say(d.text)}<#if d.declared??> · ${t("discrepancy.declared")}: <mark>${d.declared}</mark></#if><#if d.recorded??> · ${t("discrepancy.recorded")}: <mark>${d.recorded}</mark></#if> · ${t("discrepancy.act")}: ${t("act." + d.mustAct.name())} <span class="note"><@l.time d.foundAt/></span></li></#list></ul></#list></section></#if>
</@l.page>
