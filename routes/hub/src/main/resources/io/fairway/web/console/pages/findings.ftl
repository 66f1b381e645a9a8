<#-- What was found, beside the text of the original. -->
<#macro text pieces label>
<ol class="original" aria-label="${label}">
<#list pieces as piece><li id="piece-${piece.number}"<#if piece.findings?size gt 0> class="marked"</#if>><span>${piece.number}</span><span>${piece.text}<#list piece.findings as number> <a href="#finding-${number}">(${number})</a></#list></span></li>
</#list></ol>
</#macro>

<#macro finding number found pieces>
<div class="finding<#if found.severity.name() != "ERROR"> warning-finding</#if>" id="finding-${number}">
<p><strong>${number}. ${say(found.text)}</strong></p>
<p class="note"><#list pieces as piece><#if piece.findings?seq_contains(number)><a href="#piece-${piece.number}">${t("finding.place", piece.number)}</a> · </#if></#list><#if found.segment??>${found.segment}</#if><#if found.found??> · ${t("finding.found")} <code>${found.found}</code></#if> · ${t("finding.expected")} ${found.expected} · ${found.rule} · ${found.code}</p>
<#nested>
</div>
</#macro>
