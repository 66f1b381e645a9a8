<#-- What every page shows: skip link, who is signed in, the menu, the language. -->
<#macro page title refresh="">
<!DOCTYPE html>
<html lang="${language.tag()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<#if refresh?has_content><meta http-equiv="refresh" content="${refresh}"></#if>
<title>${title} · Fairway</title>
<link rel="stylesheet" href="/console/console.css">
</head>
<body>
<a class="skip" href="#main">${t("skip")}</a>
<header class="top">
<a class="brand" href="/console">Fairway</a>
<div class="who">
<#if me??><span class="party">${myName}</span> <span class="person">${me.signature()}</span></#if>
<a class="language" href="${otherLanguage}" lang="${language.other().tag()}">${t("language.other")}</a>
<#if me??><form method="post" action="/console/sign-out"><@token/><button class="quiet">${t("sign-out")}</button></form></#if>
</div>
</header>
<#if me??>
<nav class="menu" aria-label="${t("menu")}">
<ul>
<#list sections as section><li><a href="${section.path()}"<#if here == section.path() || (section.path() != "/console" && here?starts_with(section.path()))> aria-current="page"</#if>>${t(section.word())}</a></li>
</#list></ul>
</nav>
</#if>
<main id="main" tabindex="-1">
<h1>${title}</h1>
<#nested>
</main>
</body>
</html>
</#macro>

<#-- The token that shows that a form is ours. -->
<#macro token><#if csrf??><input type="hidden" name="_csrf" value="${csrf}"></#if></#macro>

<#macro time moment><time datetime="${moment.toString()}">${at(moment)}</time></#macro>

<#macro badge words kind="plain"><span class="badge ${kind}">${words}</span></#macro>

<#macro more list><#if list.next??><p class="more"><a href="${list.next}" rel="next">${t("more")}</a></p></#if></#macro>
