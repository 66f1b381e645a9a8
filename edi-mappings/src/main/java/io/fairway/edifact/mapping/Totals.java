package io.fairway.edifact.mapping;

import io.fairway.document.finding.Certainty;

/** Compares a control total (CNT) with what was counted. */
final class Totals {

    private Totals() {
    }

    static void check(FieldReader fields, Source total, int counted) {
        fields.fresh().count("total", total, 1, 2).filter(said -> said != counted).ifPresent(said ->
                fields.report(ContentRule.COUNT_DIFFERS, total.place(1, 2), said.toString(), Integer.toString(counted), Certainty.CERTAIN));
    }
}
