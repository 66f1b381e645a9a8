<#import "layout.ftl" as l>
<@l.page title=t("submit.title")>
<p>${t("submit.note")}</p>
<#if wrong??><p class="error" role="alert" id="wrong">${t(wrong)}</p></#if>
<form class="stacked" method="post" enctype="multipart/form-data" action="/console/submit?_csrf=${csrf?url("UTF-8")}">
<label for="file">${t("submit.file")}</label>
<input id="file" name="file" type="file" required<#if wrong??> aria-describedby="wrong" aria-invalid="true"</#if>>
<div class="actions"><button name="act" value="check" class="second">${t("submit.check")}</button> <button name="act" value="send">${t("submit.send")}</button></div>
</form>
</@l.page>
