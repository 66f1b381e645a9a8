<#import "layout.ftl" as l>
<#import "findings.ftl" as f>
<#assign fixable = false>
<#list findings as found><#if found.fix?? && found.offset?? && found.fix.edit.name() != "FILL_IN"><#assign fixable = true></#if></#list>
<@l.page title=t("repair.title")>
<p>${t("repair.note", name(speaker))} <a href="${back}">${t("repair.back")}</a></p>
<#if wrong?has_content><p class="error" role="alert" id="wrong">${t(wrong)}</p></#if>
<#if findings?size == 0><p class="done" role="status">${t("checked.clean")}</p><#else><p class="error" role="status">${t("checked.findings", findings?size)}</p></#if>
<form method="post" action="${action}"><@l.token/>
<div class="columns">
<section aria-labelledby="findings"><h2 id="findings">${t("findings")}</h2>
<#if findings?size == 0><p class="empty">${t("findings.none")}</p></#if>
<#list findings as found><@f.finding found?counter found pieces>
<#if found.fix??><p><#if found.offset?? && found.fix.edit.name() != "FILL_IN"><label><input type="checkbox" name="fix" value="${found.code}@${found.offset}"<#if found.fix.certainty.name() == "CERTAIN"> checked</#if>> ${t("finding.accept")} <code>${found.fix.value}</code></label><#else>${t("finding.fix")} <code>${found.fix.value}</code></#if> <@l.badge words=t("certainty." + found.fix.certainty.name()) kind=(found.fix.certainty.name() == "CERTAIN")?then("good", "warn")/></p></#if>
</@f.finding></#list>
<#if fixable><button class="second" name="act" value="fix">${t("repair.fix")}</button></#if>
</section>
<section aria-labelledby="edit"><h2 id="edit"><label for="text">${t("repair.text")}</label></h2>
<textarea id="text" name="text" class="document" rows="24" spellcheck="false"<#if wrong?has_content> aria-describedby="wrong" aria-invalid="true"</#if>>
${text}</textarea>
<p class="actions"><button class="second" name="act" value="check">${t("repair.check")}</button> <button name="act" value="send">${t("repair.send")}</button></p>
</section>
</div></form>
<section aria-labelledby="original"><h2 id="original">${t("repair.checked")}</h2><@f.text pieces t("original")/></section>
</@l.page>
