package io.fairway.edifact.mapping;

import io.fairway.document.ContainerAnnouncement;
import io.fairway.document.ContainerAnnouncement.ExpectedContainer;
import io.fairway.document.ContainerAnnouncement.Purpose;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * COPARN, the container announcement (all directories since D.95B): one {@link ContainerAnnouncement}. BGM 11, 12 and 27 as ITIGG
 * keeps them by agreement; 126 and 129 of the directories mean the first two.
 */
final class CoparnMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "COPARN";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        Optional<Purpose> purpose = fields.requiredCoded("purpose", bgm, 1, 1, CoparnMapping::purpose);
        Optional<String> reference = fields.reference(bgm);
        DocumentFunction function = Functions.read(fields, bgm);
        Source operator = message.find("NAD", "CF", "CA", "CN");
        Optional<Instant> issuedAt = fields.instant("issuedAt", message.find("DTM", "137").or(() -> withinParties(message)));
        String booking = fields.text("bookingNumber", message.find("RFF", "BN"), 1, 2);
        KeptGroup transport = message.groupOrEmpty("TDT", "20");
        Optional<Voyage> voyage = Voyages.optional("voyage", fields, message.find("TDT", "20"));
        Voyages.checkReference(fields, message, voyage);
        Optional<UnLocode> loading = fields.coded("portOfLoading", transport.findWithin("LOC", "9"), 2, 1, UnLocode::new);
        Optional<UnLocode> discharge = fields.coded("portOfDischarge", transport.findWithin("LOC", "11"), 2, 1, UnLocode::new);
        Optional<String> operatorCode = fields.requiredCoded("operator", operator, 2, 1, text -> text);
        List<KeptGroup> groups = message.groups("EQD");
        var containers = new ArrayList<ExpectedContainer>();
        for (KeptGroup group : groups) {
            containers.add(container(fields, "containers[" + containers.size() + "].", group));
        }
        Totals.check(fields, message.find("CNT", "16"), groups.size(), containers.stream().mapToInt(ExpectedContainer::count).sum());
        if (fields.gaps() == gaps) {
            parts.part(new ContainerAnnouncement(reference.orElseThrow(), function, purpose.orElseThrow(), issuedAt, booking, voyage,
                    loading, discharge, operatorCode.orElseThrow(), containers), fields.lineage(message));
        }
    }

    /** D.95B has no DTM but with the parties, the ship and the containers. */
    private static Source withinParties(KeptGroup message) {
        return message.groups("NAD").stream().map(party -> party.find("DTM", "137")).filter(Source::isPresent).findFirst()
                .orElseGet(() -> message.find("DTM", "137"));
    }

    private static Purpose purpose(String code) {
        return switch (code) {
            case "11", "126" -> Purpose.ACCEPT;
            case "12", "129" -> Purpose.RELEASE;
            case "27" -> Purpose.ANNOUNCE;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "11 or 126 acceptance, 12 or 129 release, 27 announcement");
        };
    }

    private static ExpectedContainer container(FieldReader fields, String path, KeptGroup group) {
        Source eqd = group.opening();
        Optional<ContainerNumber> number = Equipment.numberIfAny(path + "number", fields, eqd);
        return new ExpectedContainer(number, Equipment.sizeType(path + "sizeType", fields, eqd),
                Equipment.status(path + "status", fields, eqd), Equipment.fullness(path + "fullness", fields, eqd),
                Equipment.count(path + "count", fields, group), fields.instant(path + "availableFrom", group.find("DTM", "64", "7")),
                fields.instant(path + "validUntil", group.find("DTM", "400", "63", "36")),
                Equipment.seals(path + "seals", fields, group.all("SEL")));
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof ContainerAnnouncement announcement)) {
            throw new UnwritableDocumentException("document", "COPARN says container announcements only");
        }
        String code = switch (announcement.purpose()) {
            case ACCEPT -> "11";
            case RELEASE -> "12";
            case ANNOUNCE -> "27";
        };
        boolean old = draft.directory().before(DirectoryRelease.D00B);
        draft.beginning(code, "reference", announcement.reference(), Functions.code(announcement.function()));
        if (old) {
            MessageDraft.mandatory("bookingNumber", announcement.bookingNumber(), 35);
        } else {
            draft.time("137", announcement.issuedAt());
        }
        draft.reference("BN", "bookingNumber", announcement.bookingNumber());
        transport(announcement, draft);
        draft.party("CF", "operator", MessageDraft.mandatory("operator", announcement.operator(), 17));
        if (old) {
            draft.time("137", announcement.issuedAt());
        }
        MessageDraft.mandatory("containers", announcement.containers().isEmpty() ? "" : "some", 4);
        MessageDraft.atMost(999, announcement.containers().size(), "containers");
        announcement.containers().forEach(container -> write(container, draft));
        draft.count("16", announcement.containers().size());
    }

    private static void transport(ContainerAnnouncement announcement, MessageDraft draft) {
        boolean hasPorts = announcement.portOfLoading().isPresent() || announcement.portOfDischarge().isPresent();
        if (announcement.voyage().isEmpty() && hasPorts) {
            throw new UnwritableDocumentException("portOfLoading", "stands with the voyage, which is missing");
        }
        announcement.voyage().ifPresent(voyage -> Voyages.write(draft, "20", "voyage", voyage));
        announcement.portOfLoading().ifPresent(port -> draft.location("9", port));
        announcement.portOfDischarge().ifPresent(port -> draft.location("11", port));
    }

    private static void write(ExpectedContainer container, MessageDraft draft) {
        Equipment.write(draft, "containers", container.number(), container.sizeType(), container.status(), container.fullness());
        Equipment.writeCount(draft, "containers", container.number(), container.count());
        draft.time("64", container.availableFrom());
        draft.time("63", container.validUntil());
        Equipment.writeSeals(draft, "containers.seals", container.seals());
    }
}
