<#import "layout.ftl" as l>
<#import "verify-form.ftl" as v>
<@l.page title=t("verify.title")>
<@v.form/>
</@l.page>
