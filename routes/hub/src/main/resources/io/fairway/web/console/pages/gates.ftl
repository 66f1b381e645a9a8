<#import "layout.ftl" as l>
<@l.page title=t("gates.title")>
<#if lanes?size == 0><p class="empty">${t("none")}</p><#else><ul class="work"><#list lanes as lane><li class="card"><h2><a href="/console/gates/${lane?url("UTF-8")}">${lane}</a></h2></li></#list></ul></#if>
</@l.page>
