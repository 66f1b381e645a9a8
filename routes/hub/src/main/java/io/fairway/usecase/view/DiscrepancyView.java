package io.fairway.usecase.view;

import io.fairway.clearance.Discrepancy.Against;
import io.fairway.clearance.Discrepancy.MustAct;
import io.fairway.document.finding.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * In what a declaration does not agree with what somebody else says of the same goods.
 *
 * @param lrn reference of the declaration
 * @param declarant party id
 * @param member of the declaration, for example {@code grossKilograms}
 * @param declared what the declaration says; absent for who may not see it
 * @param recorded what the other side says; absent when it says nothing
 * @param tolerance what is let pass, in words; absent for none
 * @param mustAct who can settle it
 * @param settledAt when both sides were found to agree; absent while they do not
 */
public record DiscrepancyView(String code, Against against, String lrn, String declarant, int version, String member,
                              Optional<String> declared, Optional<String> recorded, Optional<String> tolerance, MustAct mustAct, Text text,
                              Instant foundAt, Optional<Instant> settledAt) {
}
