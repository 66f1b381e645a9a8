package io.fairway.document.finding;

import java.util.Arrays;
import java.util.Optional;

/**
 * What single values are held to, in whatever notation they come; the name is the code under which identifiers and readers refuse
 * them. Sentences name what was found with {@code {found}} and what was expected with {@code {expected}}.
 */
public enum ValueRule {
    CODE_UNKNOWN("UNTDID code lists", "'{found}' is not a code known here; expected {expected}.", "代码“{found}”无法识别，应为 {expected}。"),
    CONTAINER_NUMBER_FORM("ISO 6346", "'{found}' is not a container number: three letters, U, J or Z, seven digits.",
            "“{found}”不是有效箱号：应为三位字母、U/J/Z 及七位数字。"),
    CONTAINER_CHECK_DIGIT("ISO 6346 annex A", "Container number {found} fails its check digit; expected {expected}.",
            "箱号 {found} 校验码错误，按其余各位计算应为 {expected}。"),
    IMO_NUMBER_FORM("IMO resolution A.1117(30)", "'{found}' is not an IMO number of seven digits.", "“{found}”不是七位 IMO 编号。"),
    IMO_CHECK_DIGIT("IMO resolution A.1117(30)", "IMO number {found} fails its check digit; expected {expected}.",
            "IMO 编号 {found} 校验码错误，按其余各位计算应为 {expected}。"),
    CALL_SIGN_FORM("ITU Radio Regulations, article 19", "'{found}' is not a ship's call sign.", "“{found}”不是有效的船舶呼号。"),
    MMSI_FORM("ITU-R M.585", "'{found}' is not an MMSI of nine digits.", "“{found}”不是九位水上移动业务标识码（MMSI）。"),
    SHIP_CODE_FORM("EDIFACT 8213", "'{found}' is not a ship's code; expected {expected}.", "“{found}”不是有效的船舶代码。"),
    SHIP_NAME_FORM("EDIFACT 8212", "'{found}' is not a ship's name; expected {expected}.", "“{found}”不是有效的船名。"),
    UNLOCODE_FORM("UNECE Recommendation 16", "'{found}' is not a UN/LOCODE.", "“{found}”不是有效的 UN/LOCODE 口岸代码。"),
    HS_CODE_FORM("WCO Harmonized System", "'{found}' is not a commodity code of 6, 8 or 10 digits.", "“{found}”不是 6、8 或 10 位商品编码。"),
    BILL_NUMBER_FORM("EDIFACT 1154", "'{found}' is not a bill of lading number.", "“{found}”不是有效的提单号。"),
    LRN_FORM("EDIFACT 1154", "'{found}' is not a local reference number.", "“{found}”不是有效的申报参考号。"),
    ENTRY_NUMBER_FORM("GACC entry number; WCO MRN", "'{found}' is neither an entry number nor an MRN.", "“{found}”不是有效的报关单号或 MRN。"),
    VOYAGE_NUMBER_FORM("EDIFACT 8028", "'{found}' is not a voyage number.", "“{found}”不是有效的航次号。"),
    PARTY_CODE_FORM("EDIFACT 3039", "'{found}' is not a party code.", "“{found}”不是有效的单位代码。"),
    SHA256_FORM("FIPS 180-4", "'{found}' is not a SHA-256 digest.", "“{found}”不是 SHA-256 摘要。"),
    DATE_IMPOSSIBLE("EDIFACT 2379; ISO 8601", "'{found}' is not a date that exists; expected {expected}.", "日期“{found}”不存在，应为 {expected}。"),
    NUMBER_FORM("ISO 9735 clause 10", "'{found}' is not a number; expected {expected}.", "“{found}”不是数字，应为 {expected}。"),
    DECISION_UNKNOWN("EDIFACT GIS 7365", "No decision can be read from indicator '{found}'.", "无法从处理代码“{found}”判断海关决定。"),
    DECISION_CONTRADICTS("EDIFACT GIS 7365", "Indicator {found} contradicts what the document says: {expected}.",
            "处理代码 {found} 与报文其他内容（{expected}）矛盾。");

    private final String source;
    private final String english;
    private final String chinese;

    ValueRule(String source, String english, String chinese) {
        this.source = source;
        this.english = english;
        this.chinese = chinese;
    }

    /** The rule whose name is the code; values refused under a code of their own are unknown codes. */
    public static ValueRule of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.name().equals(code)).findFirst().orElse(CODE_UNKNOWN);
    }

    /** Where the rule is written. */
    public String source() {
        return source;
    }

    /** A guess is derived from the value for everything but decisions: those only customs knows. */
    public Mending mending() {
        return switch (this) {
            case DECISION_UNKNOWN, DECISION_CONTRADICTS -> Mending.NONE;
            default -> Mending.DERIVED;
        };
    }

    /** A contradiction is a matter of consistency, everything else one of form. */
    public Quality quality() {
        return this == DECISION_CONTRADICTS ? Quality.CONSISTENCY : Quality.CONFORMITY;
    }

    /**
     * The finding, an error.
     *
     * @param found the value as it came; it is made safe to print here
     * @param proposal the value that was most likely meant
     */
    public Finding finding(Place place, String found, String expected, Optional<String> proposal) {
        String shown = Printable.of(found);
        return new Finding(name(), Severity.ERROR, Optional.empty(), place, shown, expected, text(shown, expected), source,
                proposal.map(value -> new Fix(value, Certainty.LIKELY)), quality());
    }

    /** The sentences, filled in. */
    public Text text(String found, String expected) {
        return new Text(fill(english, found, expected), fill(chinese, found, expected));
    }

    private static String fill(String template, String found, String expected) {
        return template.replace("{expected}", expected).replace("{found}", found);
    }
}
