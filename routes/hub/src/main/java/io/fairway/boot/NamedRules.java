package io.fairway.boot;

import io.fairway.clearance.ClearanceRules;
import java.time.Duration;
import java.util.Locale;

/**
 * A port's rules in words: {@code manifest-lead=PT48H}, {@code pre-lodging=goes-to-customs} or {@code waits-for-manifest},
 * {@code port-examination=needs-result} or {@code ends-with-release}, joined by commas.
 */
final class NamedRules {
    private NamedRules() {
    }

    /** @throws IllegalArgumentException when a word means no rule */
    static ClearanceRules over(ClearanceRules standing, String words) {
        ClearanceRules rules = standing;
        for (String word : words.split(",")) {
            if (!word.isBlank()) {
                rules = over(rules, word.strip().split("=", 2));
            }
        }
        return rules;
    }

    private static ClearanceRules over(ClearanceRules rules, String... named) {
        String value = named.length == 2 ? named[1] : "";
        return switch (named[0]) {
            case "manifest-lead" -> new ClearanceRules(rules.preLodging(), rules.portExamination(), Duration.parse(value));
            case "pre-lodging" -> new ClearanceRules(ClearanceRules.PreLodging.valueOf(constant(value)), rules.portExamination(), rules.manifestLead());
            case "port-examination" ->
                    new ClearanceRules(rules.preLodging(), ClearanceRules.PortExamination.valueOf(constant(value)), rules.manifestLead());
            default -> throw new IllegalArgumentException("Not a rule: " + named[0] + "; known are manifest-lead, pre-lodging and port-examination");
        };
    }

    private static String constant(String word) {
        return word.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
