<#import "layout.ftl" as l>
<@l.page title=t("right.title." + kind, right.number!right.subject)>
<dl class="facts"><div><dt>${t("state")}</dt><dd><@l.badge right.state/></dd></div><div><dt>${t("holder")}</dt><dd>${right.holder}</dd></div><div><dt>${t("version")}</dt><dd>${right.version}</dd></div><div><dt>${t("changed")}</dt><dd><@l.time right.changedAt/></dd></div></dl>
<section aria-labelledby="act"><h2 id="act">${t("right.act")}</h2><p>${t("right.act.note")}</p>
<pre>./fairway ledger help
./fairway ledger show ${right.subject}
./fairway ledger intent sign intent.json --key my.key --public my.crt
./fairway ledger submit intent.json signature.json</pre></section>
<section aria-labelledby="record"><h2 id="record">${t("right.record")}</h2>
<table><thead><tr><th scope="col">${t("what")}</th><th scope="col">${t("value")}</th></tr></thead><tbody><#list members as key, value><tr><th scope="row" data-label="${t("what")}">${key}</th><td data-label="${t("value")}">${value}</td></tr></#list></tbody></table></section>
<section aria-labelledby="history"><h2 id="history">${t("right.history")}</h2><ol class="timeline"><#list history?reverse as event><li><p><strong>${event.action}</strong> ${event.by}</p><p class="note">${t("version")} ${event.version} · ${event.custody} · ${t("block")} ${event.block} · <code>${event.transaction}</code></p></li></#list></ol></section>
</@l.page>
