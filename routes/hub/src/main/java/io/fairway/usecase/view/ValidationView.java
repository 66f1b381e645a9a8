package io.fairway.usecase.view;

import io.fairway.document.ReadingHandler;
import io.fairway.usecase.ValidateDocument.Validation;
import java.util.List;
import java.util.Optional;

/** What a submission of the same bytes would be told, one entry per interchange. */
public record ValidationView(Verdict verdict, List<InterchangeCheck> interchanges) {
    public ValidationView {
        interchanges = List.copyOf(interchanges);
    }

    /** The words of {@code fairway check}. */
    public enum Verdict {
        CLEAN, FINDINGS, UNREADABLE
    }

    /** @param reference interchange reference; absent, with sender and recipient, when there was no envelope to read */
    public record InterchangeCheck(Optional<String> reference, Optional<String> sender, Optional<String> recipient, Verdict verdict,
                                   List<MessageCheck> messages, List<FindingView> findings) {
        public InterchangeCheck {
            messages = List.copyOf(messages);
            findings = List.copyOf(findings);
        }

        private static InterchangeCheck of(Validation validation) {
            boolean enveloped = !validation.reference().isEmpty() || !validation.sender().isEmpty();
            Verdict verdict = !enveloped ? Verdict.UNREADABLE : validation.findings().isEmpty() ? Verdict.CLEAN : Verdict.FINDINGS;
            return new InterchangeCheck(text(validation.reference()), text(validation.sender()), text(validation.recipient()), verdict,
                    validation.messages().stream().map(m -> new MessageCheck(m.reference(), m.type(), m.verdict())).toList(),
                    validation.findings().stream().map(FindingView::of).toList());
        }

        private static Optional<String> text(String value) {
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }
    }

    /** @param type for example {@code CUSCAR:D:95B:UN} */
    public record MessageCheck(String reference, String type, ReadingHandler.Verdict verdict) {
    }

    /** The whole is as bad as its worst interchange. */
    public static ValidationView of(List<Validation> validations) {
        List<InterchangeCheck> checks = validations.stream().map(InterchangeCheck::of).toList();
        Verdict worst = checks.stream().map(InterchangeCheck::verdict).max(Verdict::compareTo).orElse(Verdict.UNREADABLE);
        return new ValidationView(worst, checks);
    }
}
