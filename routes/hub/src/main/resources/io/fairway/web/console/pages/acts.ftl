<#import "layout.ftl" as l>
<#assign c = detail.consignment>
<#assign address = "/console/consignments/" + c.id>
<@l.page title=t("acts.title", c.bill)>
<p><a href="${address}">${t("looks.back")}</a></p>
<#if wrong?has_content><p class="error" role="alert" id="wrong">${wrong}</p></#if>
<#if holds?size gt 0><section aria-labelledby="holds"><h2 id="holds">${t("acts.holds")}</h2><p class="note">${t("acts.lift.note")}</p>
<#list holds as hold><form class="actions" method="post" action="${address}/acts/lift"><@l.token/><input type="hidden" name="hold" value="${hold.id}"><span><@l.badge t("agency." + hold.agency.name()) "bad"/> ${hold.id} ${hold.reason}</span><button class="second">${t("acts.lift")}</button></form></#list></section></#if>
<#if kinds?size gt 0><form class="stacked" method="post" action="${address}/acts"><@l.token/>
<h2>${t("acts.do", t("agency." + agency))}</h2>
<label for="act">${t("what")}</label><select id="act" name="act"><#list kinds as kind><option value="${kind.name()?lower_case}">${t("acts.kind." + kind.name())}</option></#list></select>
<label for="number">${t("acts.number")}</label><p class="note" id="number-hint">${t("acts.number.note")}</p>
<input id="number" name="number" maxlength="35" required autocomplete="off" pattern="[A-Za-z0-9][A-Za-z0-9./_\-]*" aria-describedby="number-hint">
<#if kinds?size gt 1><label for="place">${t("acts.place")}</label><select id="place" name="place"><option value="port">${t("acts.place.port")}</option><option value="destination">${t("acts.place.destination")}</option><option value="both">${t("acts.place.both")}</option></select><#else><input type="hidden" name="place" value="port"></#if>
<label for="reason">${t("reason")}</label><input id="reason" name="reason" maxlength="200" autocomplete="off">
<#if detail.containers?size gt 1><fieldset><legend>${t("acts.containers")}</legend><p class="note">${t("acts.containers.note")}</p>
<#list detail.containers as box><label><input type="checkbox" name="container" value="${box.number}"> ${box.number}</label></#list></fieldset></#if>
<button>${t("acts.act")}</button></form></#if>
</@l.page>
