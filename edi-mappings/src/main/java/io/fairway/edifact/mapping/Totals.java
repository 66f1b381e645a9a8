package io.fairway.edifact.mapping;

import io.fairway.document.finding.Certainty;

/**
 * Compares a control total (CNT) with what was counted. The count is the likely fix and no more: a total that is right tells of
 * something that was left out.
 */
final class Totals {

    private Totals() {
    }

    /** Some count the groups of equipment, some the containers in them: either will do. */
    static void check(FieldReader fields, Source total, int groups, int containers) {
        if (!total.holds(1, 2, Integer.toString(containers))) {
            check(fields, total, groups);
        } else {
            check(fields, total, containers);
        }
    }

    static void check(FieldReader fields, Source total, int counted) {
        fields.fresh().count("total", total, 1, 2).filter(said -> said != counted).ifPresent(said ->
                fields.report(ContentRule.COUNT_DIFFERS, total.place(1, 2), said.toString(), Integer.toString(counted), Certainty.LIKELY));
    }
}
