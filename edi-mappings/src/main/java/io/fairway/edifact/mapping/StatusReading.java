package io.fairway.edifact.mapping;

import io.fairway.document.StatusReport.StatusContainer;
import io.fairway.document.StatusReport.StatusEvent;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one event of an IFTSTA (STS and what stands under it). */
final class StatusReading {

    private StatusReading() {
    }

    /** Where the bill of an event is named. */
    record Bill(Source source, int element, int component) {
        String value() {
            return source.text(element, component);
        }
    }

    /** The bill: of the event, of its consignment (CNI), else the only one of the message. */
    static Bill bill(KeptGroup message, KeptGroup consignment, KeptGroup status) {
        Source own = status.find("RFF", "BM");
        if (own.isPresent()) {
            return new Bill(own, 1, 2);
        }
        if (!consignment.opening().holds(2, 1, "")) {
            return new Bill(consignment.opening(), 2, 1);
        }
        List<Source> header = message.findAll("RFF", "BM");
        return new Bill(header.size() == 1 ? header.getFirst() : own, 1, 2);
    }

    static Optional<StatusEvent> event(FieldReader fields, String path, KeptGroup group, Bill reference) {
        Source sts = group.opening();
        sts.text(1, 1);
        Optional<String> status = fields.requiredCoded(path + "status", sts, 2, 1, text -> text);
        Optional<BillNumber> bill = fields.optional(path + "bill", reference.source(), reference.element(), reference.component(),
                BillNumber::new);
        Optional<Instant> happened = fields.instant(path + "happenedAt", group.find("DTM", "334", "203", "7", "178", "186"));
        Source location = group.find("LOC");
        location.text(1, 1);
        String place = fields.codedText(path + "place", location, 2, 1);
        String release = fields.text(path + "releaseNumber", group.find("RFF", "AHZ"), 1, 2);
        Optional<Voyage> voyage = Voyages.optional(path + "voyage", fields, group.find("TDT", "20"));
        String remark = fields.lines(path + "remark", group.find("FTX", "AAI"), 4);
        var containers = new ArrayList<StatusContainer>();
        for (KeptGroup box : group.groups("EQD")) {
            String at = path + "containers[" + containers.size() + "].";
            String sizeType = Equipment.sizeType(at + "sizeType", fields, box.opening());
            var seals = Equipment.seals(at + "seals", fields, box.all("SEL"));
            Equipment.number(at + "number", fields, box.opening())
                    .ifPresent(number -> containers.add(new StatusContainer(number, sizeType, seals)));
        }
        return status.map(known -> new StatusEvent(bill, known, happened, place, release, voyage, remark, containers));
    }
}
