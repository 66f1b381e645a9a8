package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Party;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.VerifiedGrossMass;
import io.fairway.document.VerifiedGrossMass.Method;
import io.fairway.document.VerifiedGrossMass.WeighedContainer;
import io.fairway.document.id.ContainerNumber;
import io.fairway.edifact.Element;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * VERMAS, the verified mass (all directories that have it, from D.16A): one {@link VerifiedGrossMass}. The method and who signed
 * stand under DOC, as SMDG has it: SM1 and SM2 are the two methods of SOLAS VI/2. Many senders leave out the document number.
 */
final class VermasMapping implements MessageMapping {
    private static final String CODE_LIST_OF_SMDG = "306";

    @Override
    public String messageType() {
        return "VERMAS";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        bgm.text(1, 1);
        String reference = fields.text("reference", bgm, 2, 1);
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        Optional<Party> sender = Parties.read("sender", fields, message.find("NAD", "MS", "TB", "CF", "CA"));
        Optional<Party> responsible = Parties.read("responsible", fields, message.find("NAD", "SPC", "OS", "CZ"));
        List<KeptGroup> groups = message.groups("EQD");
        if (groups.isEmpty()) {
            fields.missing("containers[0]", message.find("EQD"), 0, 0);
        }
        var containers = new ArrayList<WeighedContainer>();
        for (KeptGroup group : groups) {
            container(fields, "containers[" + containers.size() + "].", group).ifPresent(containers::add);
        }
        if (fields.gaps() == gaps) {
            parts.part(new VerifiedGrossMass(reference, function, issuedAt.orElseThrow(), sender, responsible, containers),
                    fields.lineage(message));
        }
    }

    private static Optional<WeighedContainer> container(FieldReader fields, String path, KeptGroup group) {
        Source eqd = group.opening();
        Optional<ContainerNumber> number = Equipment.number(path + "number", fields, eqd);
        String sizeType = Equipment.sizeType(path + "sizeType", fields, eqd);
        String booking = fields.text(path + "bookingNumber", group.find("RFF", "BN"), 1, 2);
        var seals = Equipment.seals(path + "seals", fields, group.all("SEL"));
        Source weight = group.measurement("VGM");
        Optional<BigDecimal> kilograms = fields.kilograms(path + "kilograms", weight);
        if (kilograms.isEmpty()) {
            fields.missing(path + "kilograms", weight, 3, 2);
        }
        Optional<Instant> weighedAt = fields.instant(path + "weighedAt", group.findWithin("DTM", "WAT", "798", "137"));
        Source certificate = group.find("DOC");
        Method method = fields.coded(path + "method", certificate, 1, 1, VermasMapping::method).orElse(Method.NOT_SAID);
        String signatory = signatory(path + "signatory", fields, group);
        return number.isEmpty() || kilograms.isEmpty() ? Optional.empty() : Optional.of(new WeighedContainer(number.get(), sizeType,
                booking, seals, kilograms.get(), weighedAt, method, signatory));
    }

    private static Method method(String code) {
        return switch (code) {
            case "SM1" -> Method.METHOD_1;
            case "SM2" -> Method.METHOD_2;
            default -> Method.NOT_SAID;
        };
    }

    private static String signatory(String path, FieldReader fields, KeptGroup group) {
        for (KeptSegment segment : group.within("CTA")) {
            if (segment.holds(1, 1, "RP")) {
                segment.text(1, 1);
                return fields.text(path, Source.of(segment), 2, 2);
            }
        }
        return "";
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof VerifiedGrossMass mass)) {
            throw new UnwritableDocumentException("document", "VERMAS says verified gross masses only");
        }
        draft.segment("BGM", e("749"), e(MessageDraft.fit("reference", mass.reference(), 35)), e(Functions.code(mass.function())));
        draft.time("137", mass.issuedAt());
        mass.sender().ifPresent(sender -> Parties.write(draft, "MS", "sender", sender));
        mass.responsible().ifPresent(shipper -> Parties.write(draft, "SPC", "responsible", shipper));
        MessageDraft.mandatory("containers", mass.containers().isEmpty() ? "" : "some", 4);
        mass.containers().forEach(container -> write(container, draft));
    }

    private static void write(WeighedContainer container, MessageDraft draft) {
        Equipment.write(draft, "containers", container.number(), container.sizeType(), "5");
        draft.reference("BN", "containers.bookingNumber", container.bookingNumber());
        Equipment.writeSeals(draft, "containers.seals", container.seals());
        draft.kilograms("VGM", "containers.kilograms", Optional.of(container.kilograms()));
        draft.time("798", container.weighedAt());
        if (container.method() == Method.NOT_SAID && container.signatory().isEmpty()) {
            return;
        }
        Element method = switch (container.method()) {
            case METHOD_1 -> e("SM1", "VGM", CODE_LIST_OF_SMDG);
            case METHOD_2 -> e("SM2", "VGM", CODE_LIST_OF_SMDG);
            case NOT_SAID -> e("SHP", "VGM", CODE_LIST_OF_SMDG);
        };
        draft.segment("DOC", method);
        if (!container.signatory().isEmpty()) {
            draft.segment("NAD", e("SPC"));
            draft.segment("CTA", e("RP"), e("", MessageDraft.fit("containers.signatory", container.signatory(), 35)));
        }
    }
}
