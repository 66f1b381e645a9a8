<#import "layout.ftl" as l>
<@l.page title=t("refused.title")>
<p>${t(reason)}</p>
<#if trace?has_content><p class="note">${t("refused.trace", trace)}</p></#if>
<p><a href="/console">${t("refused.back")}</a></p>
</@l.page>
