package io.fairway.usecase.view;

import io.fairway.clearance.Reason;
import io.fairway.document.finding.Text;

/** Why something is not so. @param code stable */
public record ReasonView(String code, Text text) {

    public static ReasonView of(Reason reason) {
        return new ReasonView(reason.code(), reason.text());
    }
}
