<#import "layout.ftl" as l>
<#function address item>
<#switch item.kind.name()>
<#case "STUCK"><#case "LATE"><#case "LEDGER_DIFFERENCE"><#return "/console/operations">
<#case "REFUSED_INTERCHANGE"><#return "/console/messages/" + item.object>
<#case "APPROVAL"><#return "/console/approvals">
<#case "CLASH"><#return "/console/bank">
<#case "BILL_OFFERED"><#case "BILL_SURRENDERED"><#return "/console/rights/bills/" + item.object>
<#case "RELEASE_OFFERED"><#case "NOMINATED"><#case "NOMINATE"><#return "/console/rights/releases/" + item.object>
<#case "OWN_HOLD"><#return "/console/consignments/" + item.object + "/acts">
<#case "ENDING"><#return "">
</#switch>
<#return "/console/consignments/" + item.object>
</#function>
<@l.page title=t("work.title")>
<#if items?size == 0>
<p class="empty">${t("work.empty")}</p>
<#else>
<p class="lead">${t("work.count", items?size)}</p>
<ol class="work">
<#list items as item>
<li class="card ${item.kind.name()?lower_case}">
<div><p class="kind">${t("work.kind." + item.kind.name())}</p>
<h2><#if address(item)?has_content><a href="${address(item)}">${item.subject}</a><#else>${item.subject}</#if></h2>
<#if item.detail??><p>${say(item.detail)}</p></#if></div>
<p class="note">${t("work.since")} <@l.time item.since/></p>
</li>
</#list>
</ol>
</#if>
</@l.page>
