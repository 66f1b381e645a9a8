<#import "layout.ftl" as l>
<@l.page title=t("development.title")>
<p class="warning" role="note">${t("development.note")}</p>
<#if wrong><p class="error" role="alert" id="wrong">${t("development.wrong")}</p></#if>
<form class="stacked" method="post" action="/oauth2/authorize">
<input type="hidden" name="response_type" value="${wish.responseType}">
<input type="hidden" name="client_id" value="${wish.client}">
<input type="hidden" name="redirect_uri" value="${wish.returnTo}">
<input type="hidden" name="scope" value="${wish.scope}">
<input type="hidden" name="state" value="${wish.state}">
<input type="hidden" name="nonce" value="${wish.nonce}">
<input type="hidden" name="code_challenge" value="${wish.challenge}">
<input type="hidden" name="code_challenge_method" value="${wish.method}">
<label for="person">${t("development.person")}</label>
<select id="person" name="person" autocomplete="username" required>
<#list persons as who><option value="${who}"<#if who == person> selected</#if>>${who} – ${name(who?keep_before("."))}</option>
</#list></select>
<label for="secret">${t("development.secret")}</label>
<input id="secret" name="secret" type="password" autocomplete="current-password" required<#if wrong> aria-describedby="wrong" aria-invalid="true"</#if>>
<p class="note">${t("development.where")}</p>
<button>${t("sign-in")}</button>
</form>
</@l.page>
