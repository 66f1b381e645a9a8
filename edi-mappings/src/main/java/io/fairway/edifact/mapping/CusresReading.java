package io.fairway.edifact.mapping;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.Money;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.RefusedValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads one CUSRES. */
final class CusresReading {
    private final FieldReader fields;
    private final KeptGroup message;
    private final Source bgm;

    CusresReading(FieldReader fields, KeptGroup message) {
        this.fields = fields;
        this.message = message;
        this.bgm = message.find("BGM");
    }

    void read(PartSink parts) {
        int gaps = fields.gaps();
        Optional<String> reference = fields.required("reference", bgm, 2, 1, text -> text);
        Optional<Instant> decidedAt = fields.issued("decidedAt", decisionTime());
        Optional<LocalReferenceNumber> lrn = subject("lrn", message.find("RFF", "ABE"), LocalReferenceNumber::new);
        Optional<EntryNumber> entry = subject("entryNumber", message.find("RFF", "ABT"), EntryNumber::new);
        List<BillNumber> bills = bills();
        if (lrn.isEmpty() && entry.isEmpty() && bills.isEmpty()) {
            fields.missing("lrn", message.find("RFF", "ABE"), 1, 2);
        }
        var subject = lrn.isPresent() || entry.isPresent() ? DecisionCode.Subject.DECLARATION : DecisionCode.Subject.MANIFEST;
        List<DecisionCode> decisions = decisions(subject);
        List<ContainerNumber> containers = containers();
        Optional<ExaminationPlace> place = place();
        List<Money> duties = duties();
        List<Reason> reasons = new ArrayList<>(words());
        reasons.addAll(errors());
        String hold = fields.text("holdId", message.find("RFF", "ACE"), 1, 2);
        String release = fields.text("releaseNumber", message.find("RFF", "AHZ"), 1, 2);
        if (fields.gaps() > gaps) {
            return;
        }
        for (DecisionCode decision : decisions) {
            parts.part(new CustomsResponse(reference.orElseThrow(), decision.decision(), decidedAt.orElseThrow(), lrn, entry, bills,
                    containers, hold, release, place, duties, reasons), fields.lineage(message));
        }
    }

    /** A number that says what the decision is about: when it is there it must be right. */
    private <T> Optional<T> subject(String path, Source reference, Function<String, T> make) {
        return reference.isPresent() ? fields.required(path, reference, 1, 2, make) : Optional.empty();
    }

    /** DTM of the message itself: release 204, acceptance 148, else the document's 137 or its processing 9. */
    private Source decisionTime() {
        return message.find("DTM", "204", "148", "137", "9");
    }

    private List<DecisionCode> decisions(DecisionCode.Subject subject) {
        var said = new DecisionCode.Said(bgm.text(1, 1), bgm.text(3, 1), bgm.text(1, 4), subject);
        var decisions = new LinkedHashSet<DecisionCode>();
        for (KeptSegment segment : message.own("GIS")) {
            fields.requiredCoded("decision", Source.of(segment), 1, 1, said::decision).ifPresent(decisions::add);
        }
        if (message.own("GIS").isEmpty()) {
            said.withoutIndicator().or(this::dutyAlone)
                    .ifPresentOrElse(decisions::add, () -> fields.missing("decision", message.find("GIS"), 1, 1));
        }
        return List.copyOf(decisions);
    }

    /** Duties without an indicator: they have been assessed. */
    private Optional<DecisionCode> dutyAlone() {
        return message.groups("TAX").isEmpty() ? Optional.empty() : Optional.of(DecisionCode.DUTY_ASSESSED);
    }

    private List<BillNumber> bills() {
        var bills = new ArrayList<BillNumber>();
        for (Source bill : message.findAll("RFF", "BM")) {
            fields.required("bills[" + bills.size() + "]", bill, 1, 2, BillNumber::new).ifPresent(bills::add);
        }
        return bills;
    }

    private List<ContainerNumber> containers() {
        var containers = new ArrayList<ContainerNumber>();
        for (KeptSegment segment : message.within("EQD")) {
            Equipment.number("containers[" + containers.size() + "]", fields, Source.of(segment)).ifPresent(containers::add);
        }
        return containers;
    }

    private Optional<ExaminationPlace> place() {
        for (KeptSegment segment : message.all("FTX", "CUS")) {
            Optional<ExaminationPlace> place = fields.coded("place", Source.of(segment), 3, 1, CusresReading::placeOf);
            if (place.isPresent()) {
                segment.text(1, 1);
                return place;
            }
        }
        return Optional.empty();
    }

    private static ExaminationPlace placeOf(String code) {
        return switch (code) {
            case "PRT" -> ExaminationPlace.PORT;
            case "DST" -> ExaminationPlace.DESTINATION;
            case "BTH" -> ExaminationPlace.BOTH;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "PRT port, DST destination or BTH both");
        };
    }

    private List<Money> duties() {
        var duties = new ArrayList<Money>();
        for (KeptGroup tax : message.groups("TAX")) {
            tax.opening().text(1, 1);
            for (KeptSegment amount : tax.all("MOA", "55")) {
                amount.text(1, 1);
                DeclaredItemReading.money("duties[" + duties.size() + "]", fields, Source.of(amount), "").ifPresent(duties::add);
            }
        }
        return duties;
    }

    private List<Reason> words() {
        var reasons = new ArrayList<Reason>();
        for (KeptSegment segment : message.all("FTX", "CUS")) {
            segment.text(1, 1);
            String words = fields.lines("reasons[" + reasons.size() + "].text", Source.of(segment), 4);
            if (!words.isEmpty()) {
                reasons.add(new Reason("", "", words));
            }
        }
        return reasons;
    }

    private List<Reason> errors() {
        var reasons = new ArrayList<Reason>();
        for (KeptGroup group : message.groups("ERP")) {
            group.opening().text(1, 1);
            String path = "reasons[" + reasons.size() + "]";
            String pointer = fields.text(path + ".pointer", group.find("RFF", "LI"), 1, 2);
            String words = fields.lines(path + ".text", group.find("FTX", "AAO"), 4);
            List<KeptSegment> codes = group.all("ERC");
            codes.forEach(code -> reasons.add(new Reason(fields.codedText(path + ".code", Source.of(code), 1, 1), pointer, words)));
            if (codes.isEmpty()) {
                reasons.add(new Reason("", pointer, words));
            }
        }
        return reasons;
    }
}
