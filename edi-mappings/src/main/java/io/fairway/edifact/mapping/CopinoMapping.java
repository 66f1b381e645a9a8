package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;

import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.HaulageAnnouncement;
import io.fairway.document.HaulageAnnouncement.AnnouncedContainer;
import io.fairway.document.HaulageAnnouncement.Purpose;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import io.fairway.edifact.Element;
import java.time.Instant;
import java.util.Optional;

/**
 * COPINO, the pre-notification of a truck (all directories since D.95B): one {@link HaulageAnnouncement} per bill, or per container
 * when no bill is said. BGM 661 announces a pick-up, 660 a delivery, by agreement of the industry.
 */
final class CopinoMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "COPINO";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        Optional<Purpose> purpose = fields.requiredCoded("purpose", bgm, 1, 1, CopinoMapping::purpose);
        Optional<String> reference = fields.reference(bgm);
        DocumentFunction function = Functions.read(fields, bgm);
        KeptGroup transport = message.groups("TDT").stream().findFirst().orElseGet(() -> new KeptGroup("TDT"));
        Optional<Instant> issuedAt = fields.instant("issuedAt", message.find("DTM", "137").or(() -> transport.find("DTM", "137")));
        String release = fields.text("releaseReference", message.find("RFF", "RE"), 1, 2);
        Source tdt = message.find("TDT");
        tdt.text(1, 1);
        Optional<String> mode = fields.required("mode", tdt, 3, 1, text -> text);
        Optional<String> haulier = fields.requiredCoded("haulier", tdt, 5, 1, text -> text);
        String plate = fields.codedText("truckPlate", tdt, 8, 1);
        Source place = transport.findWithin("LOC", "99", "98", "165", "7", "60");
        Optional<UnLocode> port = fields.coded("port", place, 2, 1, UnLocode::new);
        String terminal = fields.codedText("terminal", place, 3, 1);
        Optional<Instant> arrival = fields.instant("arrival", transport.findWithin("DTM", "132"));
        String operator = fields.codedText("operator", message.find("NAD", "CF", "CA"), 2, 1);
        String forwarder = fields.codedText("forwarder", message.find("NAD", "FW"), 2, 1);
        var containers = new ByBill<AnnouncedContainer>(fields, message);
        containers.read(CopinoMapping::container);
        if (fields.gaps() == gaps) {
            containers.offer(some -> new HaulageAnnouncement(reference.orElseThrow(), function, purpose.orElseThrow(), issuedAt, release,
                    mode.orElseThrow(), haulier.orElseThrow(), plate, port, terminal, arrival, operator, forwarder, some), parts);
        }
    }

    private static Purpose purpose(String code) {
        return switch (code) {
            case "661" -> Purpose.PICK_UP;
            case "660" -> Purpose.DELIVERY;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "661 pick-up or 660 delivery");
        };
    }

    private static Optional<AnnouncedContainer> container(FieldReader fields, String path, KeptGroup group, Optional<BillNumber> bill) {
        Source eqd = group.opening();
        Optional<ContainerNumber> number = Equipment.number(path + "number", fields, eqd);
        String sizeType = Equipment.sizeType(path + "sizeType", fields, eqd);
        String status = Equipment.status(path + "status", fields, eqd);
        String fullness = Equipment.fullness(path + "fullness", fields, eqd);
        String booking = fields.text(path + "bookingNumber", group.find("RFF", "BN"), 1, 2);
        String driver = fields.text(path + "driver", group.find("RFF", "AAE"), 1, 2);
        var gross = fields.kilograms(path + "grossKilograms", group.measurement("G", "AET", "VGM", "WT"));
        var seals = Equipment.seals(path + "seals", fields, group.all("SEL"));
        return number.map(known -> new AnnouncedContainer(known, sizeType, status, fullness, bill, booking, driver, gross, seals));
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof HaulageAnnouncement announcement)) {
            throw new UnwritableDocumentException("document", "COPINO says haulage announcements only");
        }
        String code = switch (announcement.purpose()) {
            case PICK_UP -> "661";
            case DELIVERY -> "660";
        };
        boolean old = draft.directory().before(DirectoryRelease.D00B);
        draft.beginning(code, "reference", announcement.reference(), Functions.code(announcement.function()));
        if (!old) {
            draft.time("137", announcement.issuedAt());
        }
        draft.reference("RE", "releaseReference", announcement.releaseReference());
        transport(announcement, draft);
        if (old) {
            // the header of D.95B has no DTM
            draft.time("137", announcement.issuedAt());
        }
        draft.party("CF", "operator", MessageDraft.mandatory("operator", announcement.operator(), 17));
        draft.party("FW", "forwarder", announcement.forwarder());
        MessageDraft.mandatory("containers", announcement.containers().isEmpty() ? "" : "some", 4);
        MessageDraft.atMost(999, announcement.containers().size(), "containers");
        announcement.containers().forEach(container -> write(container, draft));
        draft.count("16", announcement.containers().size());
    }

    private static void transport(HaulageAnnouncement announcement, MessageDraft draft) {
        Element plate = announcement.truckPlate().isEmpty() ? NONE
                : e(MessageDraft.fit("truckPlate", announcement.truckPlate(), 9), "145", "ZZZ");
        draft.segment("TDT", e("1"), NONE, e(MessageDraft.mandatory("mode", announcement.mode(), 3)), NONE,
                e(MessageDraft.mandatory("haulier", announcement.haulier(), 17), "172", "ZZZ"), NONE, NONE, plate);
        if (announcement.port().isPresent() || !announcement.terminal().isEmpty()) {
            Element terminal = announcement.terminal().isEmpty() ? NONE
                    : e(MessageDraft.fit("terminal", announcement.terminal(), 25), "TER", "ZZZ");
            draft.segment("LOC", e("99"), announcement.port().map(port -> e(port.value(), "139", "6")).orElse(NONE), terminal);
        } else if (announcement.arrival().isPresent()) {
            throw new UnwritableDocumentException("arrival", "stands with the port or the terminal, which are missing");
        }
        draft.time("132", announcement.arrival());
    }

    private static void write(AnnouncedContainer container, MessageDraft draft) {
        Equipment.write(draft, "containers", Optional.of(container.number()), container.sizeType(), container.status(),
                container.fullness());
        container.bill().ifPresent(bill -> draft.reference("BM", "containers.bill", bill.value()));
        draft.reference("BN", "containers.bookingNumber", container.bookingNumber());
        draft.reference("AAE", "containers.driver", container.driver());
        draft.kilograms("G", "containers.grossKilograms", container.grossKilograms());
        Equipment.writeSeals(draft, "containers.seals", container.seals());
    }
}
