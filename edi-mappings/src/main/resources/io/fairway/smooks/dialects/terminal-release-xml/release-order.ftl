<#ftl output_format="XML" strip_whitespace=true>
<#assign function = {"9": "Create", "4": "Change", "5": "Replace", "1": "Cancel", "3": "Delete"}><?xml version="1.0" encoding="UTF-8"?>
<ReleaseOrder xmlns="urn:fairway:terminal:release-order:1" number="${required(it.BGM.e2, "order number")}" function="${function[it.BGM.e3]!"Create"}">
  <IssuedAt>${iso(it.DTM_137.e1.c2)}</IssuedAt>
  <Release>${required(it.GroupRFF_RE.RFF.e1.c2, "release number")}</Release>
  <#assign ship = it.GroupTDT_20>
  <Voyage number="${required(ship.TDT.e2, "voyage number")}">
    <Ship imo="${required(ship.TDT.e8, "IMO number")}"<#if ship.TDT.e8.c4?has_content> name="${ship.TDT.e8.c4}"</#if>/>
    <Carrier>${ship.TDT.e5.c1}</Carrier>
    <Discharge port="${ship.GroupLOC_11.LOC.e2}"/>
  </Voyage>
  <#assign terminal = it.GroupNAD_TR.NAD>
  <#if terminal?has_content>
  <Terminal>${terminal.e2}</Terminal>
  </#if>
  <#assign consignee = it.GroupNAD_CN.NAD>
  <#if consignee?has_content>
  <Consignee<#if consignee.e2?has_content> code="${consignee.e2}"</#if>><#list consignee.e4 as name>${name}</#list></Consignee>
  </#if>
  <#list it.GroupEQD as box>
  <Container number="${required(box.EQD.e2, "container number")}"<#if box.EQD.e3?has_content> sizeType="${box.EQD.e3}"</#if>>
    <#if box.RFF_BM?has_content>
    <Bill>${box.RFF_BM.e1.c2}</Bill>
    </#if>
    <#if box.RFF_AHZ?has_content>
    <CustomsRelease>${box.RFF_AHZ.e1.c2}</CustomsRelease>
    </#if>
    <#list box.SEL as seal>
    <Seal<#if seal.e2?has_content> by="${seal.e2}"</#if>>${seal.e1}</Seal>
    </#list>
    <#list box.FTX_AAI as remark>
    <Remark>${remark.e4}</Remark>
    </#list>
    <#list box.GroupTDT as leg>
    <#if leg.TDT.e5.c1?has_content>
    <Haulier>${leg.TDT.e5.c1}</Haulier>
    </#if>
    <#if leg.DTM_400?has_content>
    <ValidUntil>${iso(leg.DTM_400.e1.c2)}</ValidUntil>
    </#if>
    </#list>
  </Container>
  </#list>
</ReleaseOrder>
