package io.fairway.clearance;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.Money;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.LocalReferenceNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A decision of customs in the making. */
record Answer(Decision decision, Optional<LocalReferenceNumber> lrn, Optional<EntryNumber> entry, List<ContainerNumber> containers, String id,
              Optional<ExaminationPlace> place, List<Money> duties, List<CustomsResponse.Reason> reasons) {
    static final EntryNumber ENTRY = new EntryNumber("224820261000000017");

    /** About the declaration of the samples. */
    static Answer about(Decision decision) {
        return new Answer(decision, Optional.of(ClearanceSamples.LRN), Optional.of(ENTRY), List.of(), "", Optional.empty(), List.of(), List.of());
    }

    /** About the manifest or the consignment. */
    static Answer aboutBill(Decision decision) {
        return new Answer(decision, Optional.empty(), Optional.empty(), List.of(), "", Optional.empty(), List.of(), List.of());
    }

    Answer lrn(String value) {
        return new Answer(decision, Optional.of(new LocalReferenceNumber(value)), Optional.empty(), containers, id, place, duties, reasons);
    }

    Answer entry(String value) {
        return new Answer(decision, lrn, Optional.of(new EntryNumber(value)), containers, id, place, duties, reasons);
    }

    Answer containers(ContainerNumber... named) {
        return new Answer(decision, lrn, entry, List.of(named), id, place, duties, reasons);
    }

    Answer id(String value) {
        return new Answer(decision, lrn, entry, containers, value, place, duties, reasons);
    }

    Answer at(ExaminationPlace where) {
        return new Answer(decision, lrn, entry, containers, id, Optional.of(where), duties, reasons);
    }

    Answer duty(String amount) {
        return new Answer(decision, lrn, entry, containers, id, place, List.of(new Money(new BigDecimal(amount), "CNY")), reasons);
    }

    Answer documents(String... types) {
        return new Answer(decision, lrn, entry, containers, id, place, duties,
                List.of(types).stream().map(type -> new CustomsResponse.Reason(type, "", "to be produced")).toList());
    }

    CustomsResponse decidedAt(Instant at) {
        List<BillNumber> bills = lrn.isPresent() ? List.of() : List.of(ClearanceSamples.BILL);
        String release = decision == Decision.RELEASED ? "R2248260305001" : "";
        return new CustomsResponse("RS-" + decision + "-" + at, decision, at, lrn, entry, bills, containers, id, release, place, duties, reasons);
    }
}
