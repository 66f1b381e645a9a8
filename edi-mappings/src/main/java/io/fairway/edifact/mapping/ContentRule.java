package io.fairway.edifact.mapping;

import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Mending;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import io.fairway.document.finding.ValueRule;
import io.fairway.document.id.RefusedValueException;
import java.util.Optional;

import static io.fairway.document.finding.Mending.DERIVED;
import static io.fairway.document.finding.Mending.NONE;
import static io.fairway.document.finding.Quality.COMPLETENESS;
import static io.fairway.document.finding.Quality.CONFORMITY;
import static io.fairway.document.finding.Quality.CONSISTENCY;
import static io.fairway.document.finding.Quality.TIMELINESS;

/**
 * What the content of a message is held to; the name is the stable code of the finding. Texts name what was found with
 * {@code {found}} and what was expected with {@code {expected}}.
 */
enum ContentRule {
    VALUE_MISSING(Severity.ERROR, COMPLETENESS, NONE, "message guide", "{expected} is missing.", "缺少必填内容：{expected}。"),
    DATE_FORMAT_UNKNOWN(Severity.ERROR, CONFORMITY, DERIVED, "EDIFACT 2379", "Date format {found} is not supported; expected {expected}.",
            "不支持日期格式 {found}，应为 {expected}。"),
    DATE_FORMAT_DIFFERS(Severity.WARNING, CONSISTENCY, DERIVED, "EDIFACT 2379",
            "The date is said to be in format {found}; expected {expected}.", "日期格式代码 {found} 与日期值不符，应为 {expected}。"),
    REFERENCE_ASSUMED(Severity.WARNING, COMPLETENESS, NONE, "EDIFACT 1004",
            "The document has no number; it is known by {expected}, the references of its interchange and message.",
            "单证没有编号，以交换和报文的参考号 {expected} 代之。"),
    ISSUE_TIME_ASSUMED(Severity.WARNING, COMPLETENESS, NONE, "EDIFACT DTM 137",
            "The document does not say when it was issued; {expected}, when its interchange was prepared, was taken.",
            "单证未注明签发时间，以交换的编制时间 {expected} 代之。"),
    UNIT_UNKNOWN(Severity.ERROR, CONFORMITY, DERIVED, "UNECE Recommendation 20",
            "Unit '{found}' cannot be turned into kilograms; expected {expected}.",
            "计量单位“{found}”无法换算为千克，应为 {expected}。"),
    UNIT_ASSUMED(Severity.WARNING, CONFORMITY, DERIVED, "UNECE Recommendation 20",
            "Unit '{found}' is none of the list; it was taken for kilograms, {expected}.", "计量单位“{found}”不在代码表中，按千克（{expected}）处理。"),
    BILL_REPEATED(Severity.ERROR, CONSISTENCY, NONE, "one bill, one consignment",
            "Bill {found} is listed twice in this manifest.", "提单号 {found} 在本舱单中重复。"),
    CONTAINER_REPEATED(Severity.ERROR, CONSISTENCY, NONE, "one container, one equipment group",
            "Container {found} is listed twice.", "集装箱 {found} 重复列出。"),
    CONTAINER_NOT_LISTED(Severity.ERROR, CONSISTENCY, DERIVED, "SGP refers to EQD",
            "Goods are placed in container {found}, which the message does not list.",
            "货物所在集装箱 {found} 未在报文中列出。"),
    CONTAINER_NOT_USED(Severity.WARNING, CONSISTENCY, NONE, "SGP refers to EQD",
            "Container {found} is listed, but no goods are placed in it.",
            "集装箱 {found} 已列出，但没有货物。"),
    PERSONS_DIFFER(Severity.WARNING, CONSISTENCY, NONE, "EDIFACT CNT 41 and 42",
            "{found} persons are stated in total, listed are {expected}.", "总人数为 {found}，名单列出 {expected} 人。"),
    COUNT_DIFFERS(Severity.ERROR, CONSISTENCY, DERIVED, "EDIFACT CNT",
            "The control total says {found}, counted are {expected}.", "控制总数为 {found}，实际为 {expected}。"),
    PACKAGES_DIFFER(Severity.WARNING, CONSISTENCY, DERIVED, "EDIFACT CNT 11",
            "{found} packages are stated in total, the items add up to {expected}.",
            "总件数为 {found}，各项合计为 {expected}。"),
    WEIGHT_DIFFERS(Severity.WARNING, CONSISTENCY, DERIVED, "EDIFACT CNT 7",
            "{found} kg are stated in total, the items add up to {expected} kg.",
            "总毛重为 {found} 千克，各项合计为 {expected} 千克。"),
    DATES_OUT_OF_ORDER(Severity.WARNING, TIMELINESS, NONE, "departure precedes arrival",
            "The ship arrives ({found}) before it departs ({expected}).",
            "到港时间 {found} 早于离港时间 {expected}。"),
    VOYAGE_DIFFERS(Severity.WARNING, CONSISTENCY, DERIVED, "RFF+VON repeats TDT 8028",
            "The reference names voyage {found}, the transport names {expected}.",
            "参考航次 {found} 与运输航次 {expected} 不一致。"),
    SHIP_REGISTER_DIFFERS(Severity.WARNING, CONSISTENCY, DERIVED, "EDIFACT C222: 1131 names the register of 8213",
            "The ship's number is said to be of code list '{found}'; expected {expected}.",
            "船舶编号所注代码表“{found}”与编号不符，应为 {expected}。"),
    UNLOCODE_UNKNOWN(Severity.WARNING, CONFORMITY, DERIVED, "UNECE Recommendation 16",
            "There is no place '{found}' in {expected}.", "{expected} 中没有地点代码“{found}”。"),
    MESSAGE_TOO_LARGE(Severity.ERROR, CONFORMITY, NONE, "limits of this reader",
            "The message holds more than {expected}.", "报文超出限制：{expected}。"),
    FINDINGS_LIMITED(Severity.WARNING, CONFORMITY, NONE, "limits of this reader",
            "Only the first {expected} findings are told.", "仅列出前 {expected} 条问题。"),
    ATTACHMENT_UNKNOWN(Severity.ERROR, CONSISTENCY, NONE, "FTX+DOC refers to DOC",
            "A digest is given for document {found}, which the message does not list.",
            "给出了第 {found} 份单证的摘要，但报文未列出该单证。");

    private final Severity severity;
    private final Quality quality;
    private final Mending mending;
    private final String source;
    private final String english;
    private final String chinese;

    ContentRule(Severity severity, Quality quality, Mending mending, String source, String english, String chinese) {
        this.severity = severity;
        this.quality = quality;
        this.mending = mending;
        this.source = source;
        this.english = english;
        this.chinese = chinese;
    }

    Mending mending() {
        return mending;
    }

    /** A finding without a proposed fix. */
    Finding finding(ReadingProfile profile, Place place, String found, String expected) {
        return finding(profile, place, found, expected, Optional.empty());
    }

    /** A finding with the fix that can be derived, when there is one. */
    Finding finding(ReadingProfile profile, Place place, String found, String expected, Optional<Fix> fix) {
        String shown = Printable.of(found);
        return new Finding(name(), profile.severityOf(name(), place, severity), Optional.empty(), place, shown, expected,
                new Text(fill(english, shown, expected), fill(chinese, shown, expected)), source, fix, quality);
    }

    /** The finding about a value that its identifier refuses; see {@link ValueRule}. */
    static Finding refused(ReadingProfile profile, Place place, String found, RefusedValueException refusal) {
        for (ContentRule own : values()) {
            if (own.name().equals(refusal.code())) {
                return own.finding(profile, place, found, refusal.expected(), refusal.proposal().map(value -> new Fix(value, Certainty.LIKELY)));
            }
        }
        Finding finding = ValueRule.of(refusal.code()).finding(place, found, refusal.expected(), refusal.proposal());
        return profile.weigh(finding);
    }

    private static String fill(String template, String found, String expected) {
        return template.replace("{expected}", expected).replace("{found}", found);
    }
}
