<#-- The form with which a bank asks of a trade; "filled" and "wrong" by field. -->
<#import "layout.ftl" as l>
<#macro field name hint="" type="text">
<label for="${name}">${t("verify." + name)}</label>
<#if hint?has_content><p class="note" id="${name}-hint">${hint}</p></#if>
<input id="${name}" name="${name}" type="${type}"<#if filled[name]??> value="${filled[name]}"</#if><#if type == "text"> autocomplete="off"</#if><#if hint?has_content> aria-describedby="${name}-hint"</#if><#if wrong?seq_contains(name)> aria-invalid="true"</#if>>
</#macro>
<#macro form>
<#if wrong?size gt 0><div class="error" role="alert"><#if wrong?seq_contains("unknown")><p>${t("verify.unknown")}</p><#else><p>${t("verify.wrong")}</p><ul><#list wrong as name><li><a href="#${name}">${t("verify." + name)}</a></li></#list></ul></#if></div></#if>
<form class="stacked" method="post" enctype="multipart/form-data" action="/console/bank/verifications?_csrf=${csrf?url("UTF-8")}">
<fieldset><legend>${t("verify.subject")}</legend><p class="note">${t("verify.subject.note")}</p><@field "grant"/><@field "carrier"/><@field "bill"/></fieldset>
<fieldset><legend>${t("verify.presented")}</legend><p class="note">${t("verify.presented.note")}</p><@field "file" "" "file"/><@field "digest"/></fieldset>
<fieldset><legend>${t("verify.terms")}</legend><@field "customer" t("verify.customer.note")/><@field "latestShipment" "" "date"/><@field "invoice"/><@field "amount" t("verify.amount.note")/></fieldset>
<button>${t("verify.ask")}</button>
</form>
</#macro>
