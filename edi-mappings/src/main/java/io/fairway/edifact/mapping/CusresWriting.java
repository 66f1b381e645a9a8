package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.Money;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import java.util.List;

/** Writes one CUSRES. */
final class CusresWriting {
    private static final int MOST_TEXTS_96B = 9;
    private static final int MOST_TEXTS_95B = 5;

    private final MessageDraft draft;
    private final CustomsResponse response;
    private final DecisionCode code;

    CusresWriting(MessageDraft draft, CustomsResponse response) {
        this.draft = draft;
        this.response = response;
        this.code = DecisionCode.of(response.decision());
    }

    void write() {
        draft.segment("BGM", e(code.documentCode(), "", "", code.documentName()),
                e(draft.answerNumber("reference", response.reference())), e(code.function()));
        if (draft.directory().before(DirectoryRelease.D96B)) {
            write95();
        } else {
            write96();
        }
    }

    private void write96() {
        draft.time(timeQualifier(), response.decidedAt());
        boolean wordsOnly = isWordsOnly(response.reasons()) && texts() <= MOST_TEXTS_96B;
        place();
        if (wordsOnly) {
            words();
        }
        draft.segment("GIS", e(code.indicator()));
        containers();
        references();
        if (!wordsOnly) {
            errors();
        }
        duties();
    }

    private void write95() {
        draft.time(timeQualifier(), response.decidedAt());
        draft.segment("GIS", e(code.indicator()));
        if (!isWordsOnly(response.reasons()) || texts() > MOST_TEXTS_95B) {
            throw new UnwritableDocumentException("reasons", "D.95B takes up to 5 texts and no codes or pointers beside them");
        }
        place();
        words();
        containers();
        duties();
        references();
    }

    private int texts() {
        return response.reasons().size() + (response.place().isPresent() ? 1 : 0);
    }

    private String timeQualifier() {
        return switch (response.decision()) {
            case RELEASED -> "204";
            case ACCEPTED -> "148";
            case MANIFEST_ACCEPTED, MANIFEST_REJECTED, DO_NOT_LOAD, AMENDMENT_GRANTED, AMENDMENT_DENIED, REGISTERED, NOT_ACCEPTED,
                 DOCUMENTS_REQUIRED, DOCUMENTS_SUFFICIENT, EXAMINATION_ORDERED, EXAMINATION_PASSED, DISCREPANCY_FOUND, HOLD_PLACED,
                 HOLD_LIFTED, DUTY_ASSESSED, DUTY_PAID, GUARANTEE_ACCEPTED, CLOSED, CANCELLED, RELEASE_CANCELLED -> "137";
        };
    }

    private void place() {
        response.place().ifPresent(place -> draft.segment("FTX", e("CUS"), NONE, e(placeCode(place), "ZZZ", "ZZZ")));
    }

    private static String placeCode(ExaminationPlace place) {
        return switch (place) {
            case PORT -> "PRT";
            case DESTINATION -> "DST";
            case BOTH -> "BTH";
        };
    }

    private void words() {
        response.reasons().forEach(reason -> draft.text("CUS", "reasons.text", reason.text()));
    }

    private static boolean isWordsOnly(List<Reason> reasons) {
        return reasons.stream().allMatch(reason -> reason.code().isEmpty() && reason.pointer().isEmpty() && !reason.text().isEmpty());
    }

    private void containers() {
        MessageDraft.atMost(999, response.containers().size(), "containers");
        for (ContainerNumber container : response.containers()) {
            draft.segment("EQD", e("CN"), e(container.value()));
        }
    }

    private void references() {
        if (response.lrn().isEmpty() && response.entryNumber().isEmpty() && response.bills().isEmpty()) {
            throw new UnwritableDocumentException("lrn", "a response names a declaration or a bill");
        }
        MessageDraft.atMost(990, response.bills().size(), "bills");
        response.lrn().ifPresent(lrn -> draft.reference("ABE", "lrn", lrn.value()));
        response.entryNumber().ifPresent(entry -> draft.reference("ABT", "entryNumber", entry.value()));
        draft.reference("AHZ", "releaseNumber", response.releaseNumber());
        draft.reference("ACE", "holdId", response.holdId());
        for (BillNumber bill : response.bills()) {
            draft.reference("BM", "bills", bill.value());
        }
    }

    private void errors() {
        MessageDraft.atMost(99, response.reasons().size(), "reasons");
        for (Reason reason : response.reasons()) {
            draft.segment("ERP", e(reason.pointer().isEmpty() ? "1" : "2"));
            draft.reference("LI", "reasons.pointer", reason.pointer());
            if (!reason.code().isEmpty()) {
                draft.segment("ERC", e(MessageDraft.fit("reasons.code", reason.code(), 8), "ZZZ", "ZZZ"));
            }
            draft.text("AAO", "reasons.text", reason.text());
        }
    }

    private void duties() {
        MessageDraft.atMost(50, response.duties().size(), "duties");
        for (Money duty : response.duties()) {
            draft.segment("TAX", e("3"));
            draft.segment("MOA", e("55", MessageDraft.number("duties.amount", duty.amount()),
                    MessageDraft.fit("duties.currency", duty.currency(), 3)));
        }
    }
}
