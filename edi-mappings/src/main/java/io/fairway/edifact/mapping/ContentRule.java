package io.fairway.edifact.mapping;

import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the content of a message is held to; the name is the stable code of the finding. Texts name what was found with
 * {@code {found}} and what was expected with {@code {expected}}.
 */
enum ContentRule {
    VALUE_MISSING(Severity.ERROR, "message guide", "{expected} is missing.", "缺少必填内容：{expected}。"),
    CODE_UNKNOWN(Severity.ERROR, "UNTDID code lists", "'{found}' is not a code known here; expected {expected}.",
            "代码“{found}”无法识别，应为 {expected}。"),
    CONTAINER_NUMBER_FORM(Severity.ERROR, "ISO 6346", "'{found}' is not a container number: three letters, U, J or Z, seven digits.",
            "“{found}”不是有效箱号：应为三位字母、U/J/Z 及七位数字。"),
    CONTAINER_CHECK_DIGIT(Severity.ERROR, "ISO 6346 annex A", "Container number {found} fails its check digit; expected {expected}.",
            "箱号 {found} 校验码错误。"),
    IMO_NUMBER_FORM(Severity.ERROR, "IMO resolution A.1117(30)", "'{found}' is not an IMO number of seven digits.",
            "“{found}”不是七位 IMO 编号。"),
    IMO_CHECK_DIGIT(Severity.ERROR, "IMO resolution A.1117(30)", "IMO number {found} fails its check digit; expected {expected}.",
            "IMO 编号 {found} 校验码错误。"),
    UNLOCODE_FORM(Severity.ERROR, "UNECE Recommendation 16", "'{found}' is not a UN/LOCODE.", "“{found}”不是有效的 UN/LOCODE 口岸代码。"),
    HS_CODE_FORM(Severity.ERROR, "WCO Harmonized System", "'{found}' is not a commodity code of 6, 8 or 10 digits.",
            "“{found}”不是 6、8 或 10 位商品编码。"),
    BILL_NUMBER_FORM(Severity.ERROR, "EDIFACT 1154", "'{found}' is not a bill of lading number.", "“{found}”不是有效的提单号。"),
    LRN_FORM(Severity.ERROR, "EDIFACT 1154", "'{found}' is not a local reference number.", "“{found}”不是有效的申报参考号。"),
    ENTRY_NUMBER_FORM(Severity.ERROR, "GACC entry number; WCO MRN", "'{found}' is neither an entry number nor an MRN.",
            "“{found}”不是有效的报关单号或 MRN。"),
    VOYAGE_NUMBER_FORM(Severity.ERROR, "EDIFACT 8028", "'{found}' is not a voyage number.", "“{found}”不是有效的航次号。"),
    PARTY_CODE_FORM(Severity.ERROR, "EDIFACT 3039", "'{found}' is not a party code.", "“{found}”不是有效的单位代码。"),
    SHA256_FORM(Severity.ERROR, "FIPS 180-4", "'{found}' is not a SHA-256 digest.", "“{found}”不是 SHA-256 摘要。"),
    DATE_IMPOSSIBLE(Severity.ERROR, "EDIFACT 2379", "'{found}' is not a date that exists; expected {expected}.",
            "日期“{found}”不存在，应为 {expected}。"),
    DATE_FORMAT_UNKNOWN(Severity.ERROR, "EDIFACT 2379", "Date format {found} is not supported; expected {expected}.",
            "不支持日期格式 {found}，应为 {expected}。"),
    NUMBER_FORM(Severity.ERROR, "ISO 9735 clause 10", "'{found}' is not a number; expected {expected}.", "“{found}”不是数字，应为 {expected}。"),
    UNIT_UNKNOWN(Severity.ERROR, "UNECE Recommendation 20", "Unit '{found}' cannot be turned into kilograms; expected {expected}.",
            "计量单位“{found}”无法换算为千克，应为 {expected}。"),
    BILL_REPEATED(Severity.ERROR, "one bill, one consignment", "Bill {found} is listed twice in this manifest.", "提单号 {found} 在本舱单中重复。"),
    CONTAINER_REPEATED(Severity.ERROR, "one container, one equipment group", "Container {found} is listed twice.", "集装箱 {found} 重复列出。"),
    CONTAINER_NOT_LISTED(Severity.ERROR, "SGP refers to EQD", "Goods are placed in container {found}, which the message does not list.",
            "货物所在集装箱 {found} 未在报文中列出。"),
    CONTAINER_NOT_USED(Severity.WARNING, "SGP refers to EQD", "Container {found} is listed, but no goods are placed in it.",
            "集装箱 {found} 已列出，但没有货物。"),
    COUNT_DIFFERS(Severity.ERROR, "EDIFACT CNT", "The control total says {found}, counted are {expected}.", "控制总数为 {found}，实际为 {expected}。"),
    PACKAGES_DIFFER(Severity.WARNING, "EDIFACT CNT 11", "{found} packages are stated in total, the items add up to {expected}.",
            "总件数为 {found}，各项合计为 {expected}。"),
    WEIGHT_DIFFERS(Severity.WARNING, "EDIFACT CNT 7", "{found} kg are stated in total, the items add up to {expected} kg.",
            "总毛重为 {found} 千克，各项合计为 {expected} 千克。"),
    DATES_OUT_OF_ORDER(Severity.WARNING, "departure precedes arrival", "The ship arrives ({found}) before it departs ({expected}).",
            "到港时间 {found} 早于离港时间 {expected}。"),
    VOYAGE_DIFFERS(Severity.WARNING, "RFF+VON repeats TDT 8028", "The reference names voyage {found}, the transport names {expected}.",
            "参考航次 {found} 与运输航次 {expected} 不一致。"),
    DECISION_UNKNOWN(Severity.ERROR, "EDIFACT GIS 7365", "No decision can be read from indicator '{found}'.", "无法从处理代码“{found}”判断海关决定。"),
    DECISION_CONTRADICTS(Severity.ERROR, "EDIFACT GIS 7365", "Indicator {found} contradicts what the document says: {expected}.",
            "处理代码 {found} 与报文其他内容（{expected}）矛盾。"),
    MESSAGE_TOO_LARGE(Severity.ERROR, "limits of this reader", "The message holds more than {expected}.", "报文超出限制：{expected}。"),
    FINDINGS_LIMITED(Severity.WARNING, "limits of this reader", "Only the first {expected} findings are told.", "仅列出前 {expected} 条问题。"),
    ATTACHMENT_UNKNOWN(Severity.ERROR, "FTX+DOC refers to DOC", "A digest is given for document {found}, which the message does not list.",
            "给出了第 {found} 份单证的摘要，但报文未列出该单证。");

    private final Severity severity;
    private final String source;
    private final String english;
    private final String chinese;

    ContentRule(Severity severity, String source, String english, String chinese) {
        this.severity = severity;
        this.source = source;
        this.english = english;
        this.chinese = chinese;
    }

    /** The rule whose name is the code; values refused under a code of their own are unknown codes. */
    static ContentRule of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.name().equals(code)).findFirst().orElse(CODE_UNKNOWN);
    }

    /** A finding without a proposed fix. */
    Finding finding(ReadingProfile profile, Place place, String found, String expected) {
        return finding(profile, place, found, expected, Optional.empty());
    }

    /** A finding with the value that was most likely meant, when there is one. */
    Finding finding(ReadingProfile profile, Place place, String found, String expected, Optional<String> proposal) {
        String shown = KeptSegment.printable(found);
        return new Finding(name(), profile.severities().getOrDefault(name(), severity), Optional.empty(), place, shown, expected,
                new Text(fill(english, shown, expected), fill(chinese, shown, expected)
                        + proposal.map(value -> "建议：" + value + "。").orElse("")),
                source, proposal.map(value -> new Fix(value, Certainty.LIKELY)));
    }

    private static String fill(String template, String found, String expected) {
        return template.replace("{expected}", expected).replace("{found}", found);
    }
}
