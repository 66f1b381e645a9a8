package io.fairway.usecase.view;

import io.fairway.document.finding.Text;
import java.util.List;

/**
 * One thing that was compared.
 *
 * @param check what, as {@code io.fairway.usecase.verification.Check} names it
 * @param result {@code MATCH}, {@code MISMATCH} or {@code NOT_AVAILABLE}
 * @param text what was compared with what, and what came of it; never what the other side said
 * @param evidence where it stands; empty when nothing was there to compare
 */
public record CheckView(String check, String result, Text text, List<EvidenceView> evidence) {
    public CheckView {
        evidence = List.copyOf(evidence);
    }
}
