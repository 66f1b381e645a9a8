<#import "layout.ftl" as l>
<@l.page title=t("signed-out.title")>
<p><a class="button" href="/console/sign-in">${t("sign-in")}</a></p>
</@l.page>
