<#ftl output_format="plainText">
<#-- The records of the platform file for manifests (IFCSUM), one line each; 99 counts them all. -->
<#assign count = 0>
<#macro record><#assign count = count + 1><#nested>'</#macro>
<#assign message = it.message>
<#assign transport = message.GroupTDT_20>
<#assign carrier = message.NAD_CA>
<@record>00:IFCSUM:MANIFEST:${required(message.BGM.e3, "function")}:${required(it["@sender"], "sender")}:${required(it["@recipient"], "recipient")}:${moment(message.DTM_137.e1.c2)}</@record>
<@record>10:${field(transport.TDT.e8.c1)}:${required(field(transport.TDT.e8.c4), "name of the ship")}:${field(transport.TDT.e8.c5)}:${required(field(transport.TDT.e2), "voyage number")}:::${moment(transport.DTM_132.e1.c2)}:${moment(transport.DTM_133.e1.c2)}:${field(transport.LOC_5.e2)}::${field(transport.LOC_60.e2)}:</@record>
<@record>11:${field(carrier.e2)}:${field(carrier.e4)}</@record>
<#list message.GroupCNI as bill>
<#list bill.GroupRFF as consignment>
<@record>12:${required(field(consignment.RFF.e1.c2), "bill number")}::::::${required(field(consignment.LOC_9.e2), "port of loading")}:::</@record>
<@record>13:${required(field(consignment.LOC_11.e2), "port of discharge")}::${field(consignment.LOC_7.e2)}:</@record>
<#list [["16", consignment.GroupNAD_CZ.NAD], ["17", consignment.GroupNAD_CN.NAD], ["18", consignment.GroupNAD_N1.NAD]] as party>
<#if party[1]?has_content>
<@record>${party[0]}:${field(party[1].e2)}:${field(party[1].e4)}:${field(party[1].e5)}:${field(party[1].e6)}:${field(party[1].e8)}:${field(party[1].e9)}</@record>
</#if>
</#list>
<#list consignment.GroupGID as goods>
<@record>41:${field(goods.GID.e1)}::${field(goods.GID.e2.c1)}:${field(goods.GID.e2.c2)}::<#list goods.MEA as measure><#if measure.e2.c1 == "G" || measure.e2.c1 == "AAB">${field(measure.e3.c2)}</#if></#list></@record>
<#list goods.DGS as dangerous>
<@record>43:${field(dangerous.e2.c1)}::${field(dangerous.e3)}</@record>
</#list>
<#list goods.PCI as marks>
<@record>44:${field(marks.e2.c1)}:${field(marks.e2.c2)}:${field(marks.e2.c3)}</@record>
</#list>
<#list goods.FTX_AAA as description>
<@record>47:${field(description.e4.c1)}:${field(description.e4.c2)}</@record>
</#list>
<#list goods.SGP as part>
<#list message.GroupEQD?filter(box -> "" + box.EQD.e2.c1 == "" + part.e1.c1) as box>
<@record>51:${field(goods.GID.e1)}:${field(part.e1)}:${field(box.SEL.e1)}:${field(box.EQD.e3)}:<#if "" + box.EQD.e6.c1 == "4">E<#else>F</#if>:${field(part.e2)}:<#list box.MEA as measure><#if "" + measure.e2.c1 == "G">${field(measure.e3.c2)}</#if></#list>:<#list box.MEA as measure><#if "" + measure.e2.c1 == "T">${field(measure.e3.c2)}</#if></#list>:</@record>
</#list>
</#list>
</#list>
</#list>
</#list>
<@record>99:${count + 1}</@record>
