package io.fairway.usecase.view;

import io.fairway.clearance.DeclarationStage;
import io.fairway.clearance.DutyAccount;
import io.fairway.document.Envelope.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One goods declaration.
 *
 * @param lrn the declarant's reference
 * @param declarant party id
 * @param entryNumber customs' number, once known
 * @param documentsOutstanding types (EDIFACT 1001) that customs wants and has not got; {@code *} when it did not say which
 * @param released containers that customs released by it
 */
public record DeclarationView(UUID id, UUID consignment, String lrn, String declarant, Optional<String> entryNumber,
                              Environment environment, DeclarationStage stage, int version, List<String> documentsOutstanding,
                              List<DocumentView> documents, DutyView duty, List<String> released, Optional<String> releaseNumber,
                              Instant changedAt) {
    public DeclarationView {
        documentsOutstanding = List.copyOf(documentsOutstanding);
        documents = List.copyOf(documents);
        released = List.copyOf(released);
    }

    /** @param digest of the uploaded file, when it was uploaded */
    public record DocumentView(String type, String number, Optional<String> digest) {
    }

    /** @param due amounts as assessed */
    public record DutyView(DutyAccount.Status status, List<AmountView> due) {
        public DutyView {
            due = List.copyOf(due);
        }
    }

    /** @param amount decimal, as text so that nobody rounds it */
    public record AmountView(String amount, String currency) {
    }
}
