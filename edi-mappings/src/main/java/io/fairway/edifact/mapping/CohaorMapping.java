package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.ContainerHandlingOrder;
import io.fairway.document.ContainerHandlingOrder.HandledContainer;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Party;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * COHAOR, the container special handling order (all directories since D.95B): one {@link ContainerHandlingOrder} per bill, or per
 * container when no bill is said. What to do stands in HAN, in codes agreed with the terminal.
 */
final class CohaorMapping implements MessageMapping {
    /** By the convention of the container messages; no directory has a code of its own for this order. */
    private static final String DOCUMENT_CODE = "285";

    @Override
    public String messageType() {
        return "COHAOR";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        bgm.text(1, 1);
        Optional<String> reference = fields.reference(bgm);
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        Optional<Party> orderedBy = Parties.read("orderedBy", fields, message.find("NAD", "OB", "MS"));
        Optional<String> operator = fields.requiredCoded("operator", message.find("NAD", "CF", "CA"), 2, 1, text -> text);
        var containers = new ByBill<HandledContainer>(fields, message);
        containers.read(CohaorMapping::container);
        if (fields.gaps() == gaps) {
            containers.offer(some -> new ContainerHandlingOrder(reference.orElseThrow(), function, issuedAt.orElseThrow(), orderedBy,
                    operator.orElseThrow(), some), parts);
        }
    }

    private static Optional<HandledContainer> container(FieldReader fields, String path, KeptGroup group, Optional<BillNumber> bill) {
        Source eqd = group.opening();
        Optional<ContainerNumber> number = Equipment.number(path + "number", fields, eqd);
        String sizeType = Equipment.sizeType(path + "sizeType", fields, eqd);
        List<String> handling = handling(path + "handling", fields, group);
        Optional<UnLocode> place = fields.coded(path + "place", group.find("LOC", "165", "14", "11", "9"), 2, 1, UnLocode::new);
        Optional<Instant> from = fields.instant(path + "notBefore", group.find("DTM", "64"));
        Optional<Instant> until = fields.instant(path + "notAfter", group.find("DTM", "63"));
        String remark = fields.lines(path + "remark", group.find("FTX", "HAN", "AAI"), 4);
        return number.map(known -> new HandledContainer(known, sizeType, bill, handling, place, from, until, remark));
    }

    private static List<String> handling(String path, FieldReader fields, KeptGroup group) {
        var handling = new ArrayList<String>();
        for (KeptSegment segment : group.all("HAN")) {
            String code = fields.codedText(path + "[" + handling.size() + "]", Source.of(segment), 1, 1);
            if (!code.isEmpty()) {
                handling.add(code);
            }
        }
        return handling;
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof ContainerHandlingOrder order)) {
            throw new UnwritableDocumentException("document", "COHAOR says container handling orders only");
        }
        draft.beginning(DOCUMENT_CODE, "reference", order.reference(), Functions.code(order.function()));
        draft.time("137", order.issuedAt());
        order.orderedBy().ifPresent(party -> Parties.write(draft, "OB", "orderedBy", party));
        draft.party("CF", "operator", MessageDraft.mandatory("operator", order.operator(), 17));
        MessageDraft.mandatory("containers", order.containers().isEmpty() ? "" : "some", 4);
        MessageDraft.atMost(999, order.containers().size(), "containers");
        order.containers().forEach(container -> write(container, draft));
        draft.count("16", order.containers().size());
    }

    private static void write(HandledContainer container, MessageDraft draft) {
        Equipment.write(draft, "containers", container.number(), container.sizeType(), "");
        container.bill().ifPresent(bill -> draft.reference("BM", "containers.bill", bill.value()));
        draft.time("64", container.notBefore());
        draft.time("63", container.notAfter());
        container.place().ifPresent(place -> draft.location("14", place));
        draft.text("HAN", "containers.remark", container.remark());
        MessageDraft.atMost(9, container.handling().size(), "containers.handling");
        for (String code : container.handling()) {
            draft.segment("HAN", e(MessageDraft.mandatory("containers.handling", code, 3), "ZZZ", "ZZZ"));
        }
    }
}
