<#import "layout.ftl" as l>
<@l.page title=t("consignments.title")>
<form class="search" method="get" action="/console/consignments" role="search">
<label for="bill">${t("bill")}</label> <input id="bill" name="bill" value="${bill}" maxlength="35" autocomplete="off"> <button>${t("find")}</button>
</form>
<#if list.items?size == 0><p class="empty">${t("consignments.empty")}</p>
<#else>
<table>
<thead><tr><th scope="col">${t("bill")}</th><th scope="col">${t("carrier")}</th><th scope="col">${t("manifest")}</th><th scope="col">${t("attention")}</th><th scope="col">${t("changed")}</th></tr></thead>
<tbody>
<#list list.items as consignment>
<tr>
<th scope="row" data-label="${t("bill")}"><a href="/console/consignments/${consignment.id}">${consignment.bill}</a></th>
<td data-label="${t("carrier")}">${name(consignment.carrier)}</td>
<td data-label="${t("manifest")}"><#if consignment.manifest??>${t("manifest." + consignment.manifest.name())}<#else>${t("none")}</#if></td>
<td data-label="${t("attention")}"><#if consignment.held><@l.badge t("held") "bad"/></#if><#list consignment.alerts as alert> <@l.badge say(alert.reason.text) "warn"/></#list><#if !consignment.held && consignment.alerts?size == 0>–</#if></td>
<td data-label="${t("changed")}"><@l.time consignment.changedAt/></td>
</tr>
</#list>
</tbody>
</table>
<@l.more list/>
</#if>
</@l.page>
