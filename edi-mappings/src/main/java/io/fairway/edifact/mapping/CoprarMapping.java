package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.LoadDischargeOrder.Operation;
import io.fairway.document.LoadDischargeOrder.OrderedContainer;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.Optional;

/**
 * COPRAR, the loading and discharge order (all directories since D.95B): one {@link LoadDischargeOrder} per bill, or per container
 * when no bill is said. BGM 43 and 45 as SMDG keeps them by agreement; 118, 121, 145 and 146 as the directories have them since D.98B.
 */
final class CoprarMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "COPRAR";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        Optional<Operation> operation = fields.requiredCoded("operation", bgm, 1, 1, CoprarMapping::operation);
        Optional<String> reference = fields.reference(bgm);
        DocumentFunction function = Functions.read(fields, bgm);
        KeptGroup transport = message.groupOrEmpty("TDT", "20");
        Optional<Instant> issuedAt = fields.instant("issuedAt", message.find("DTM", "137").or(() -> transport.find("DTM", "137")));
        Optional<Voyage> voyage = Voyages.required("voyage", fields, message.find("TDT", "20"));
        Voyages.checkReference(fields, message, voyage);
        Source place = operation.filter(Operation.LOAD::equals).isPresent() ? transport.findWithin("LOC", "9", "11")
                : transport.findWithin("LOC", "11", "9");
        Optional<UnLocode> port = fields.coded("port", place, 2, 1, UnLocode::new);
        Optional<Instant> arrival = fields.instant("estimatedArrival", transport.findWithin("DTM", "132"));
        String carrier = fields.requiredCoded("carrier", message.find("NAD", "CA", "CF"), 2, 1, text -> text).orElse("");
        var containers = new ByBill<OrderedContainer>(fields, message);
        containers.read(CoprarMapping::container);
        if (fields.gaps() == gaps) {
            containers.offer(some -> new LoadDischargeOrder(reference.orElseThrow(), function, operation.orElseThrow(), issuedAt,
                    voyage.orElseThrow(), port, arrival, carrier, some), parts);
        }
    }

    private static Operation operation(String code) {
        return switch (code) {
            case "43", "118", "145" -> Operation.DISCHARGE;
            case "45", "121", "146" -> Operation.LOAD;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "43, 118 or 145 discharge, 45, 121 or 146 loading");
        };
    }

    private static Optional<OrderedContainer> container(FieldReader fields, String path, KeptGroup group, Optional<BillNumber> bill) {
        Source eqd = group.opening();
        Optional<ContainerNumber> number = Equipment.number(path + "number", fields, eqd);
        String sizeType = Equipment.sizeType(path + "sizeType", fields, eqd);
        String status = Equipment.status(path + "status", fields, eqd);
        String fullness = Equipment.fullness(path + "fullness", fields, eqd);
        String booking = fields.text(path + "bookingNumber", group.find("RFF", "BN"), 1, 2);
        Optional<UnLocode> loading = fields.coded(path + "portOfLoading", group.find("LOC", "9"), 2, 1, UnLocode::new);
        Optional<UnLocode> discharge = fields.coded(path + "portOfDischarge", group.find("LOC", "11"), 2, 1, UnLocode::new);
        String cell = fields.codedText(path + "cell", group.find("LOC", "147"), 2, 1);
        var gross = fields.kilograms(path + "grossKilograms", group.measurement("G", "AET", "WT"));
        var verified = fields.kilograms(path + "verifiedKilograms", group.measurement("VGM"));
        var seals = Equipment.seals(path + "seals", fields, group.all("SEL"));
        var dangerous = Dangers.readAll(path + "dangerous", fields, group.all("DGS"));
        return number.map(known -> new OrderedContainer(known, sizeType, status, fullness, bill, booking, loading, discharge, cell, gross,
                verified, seals, dangerous));
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof LoadDischargeOrder order)) {
            throw new UnwritableDocumentException("document", "COPRAR says loading and discharge orders only");
        }
        boolean agreed = !draft.dialect().association().isEmpty();
        String code = switch (order.operation()) {
            case DISCHARGE -> agreed ? "43" : "118";
            case LOAD -> agreed ? "45" : "121";
        };
        boolean old = draft.directory().before(DirectoryRelease.D00B);
        draft.beginning(code, "reference", order.reference(), Functions.code(order.function()));
        if (!old) {
            draft.time("137", order.issuedAt());
        }
        draft.reference("VON", "voyage.number", order.voyage().number().value());
        Voyages.write(draft, "20", "voyage", order.voyage());
        transport(order, draft);
        if (old) {
            // the header of D.95B has no DTM
            draft.time("137", order.issuedAt());
        }
        draft.segment("NAD", e("CA"), e(MessageDraft.mandatory("carrier", order.carrier(), 17), "172", "ZZZ"));
        MessageDraft.mandatory("containers", order.containers().isEmpty() ? "" : "some", 4);
        MessageDraft.atMost(9999, order.containers().size(), "containers");
        order.containers().forEach(container -> write(container, draft));
        draft.count("16", order.containers().size());
    }

    private static void transport(LoadDischargeOrder order, MessageDraft draft) {
        order.port().ifPresent(port -> draft.location(order.operation() == Operation.LOAD ? "9" : "11", port));
        if (order.port().isEmpty() && order.estimatedArrival().isPresent()) {
            throw new UnwritableDocumentException("estimatedArrival", "stands with the port, which is missing");
        }
        draft.time("132", order.estimatedArrival());
    }

    private static void write(OrderedContainer container, MessageDraft draft) {
        Equipment.write(draft, "containers", Optional.of(container.number()), container.sizeType(), container.status(),
                container.fullness());
        container.bill().ifPresent(bill -> draft.reference("BM", "containers.bill", bill.value()));
        draft.reference("BN", "containers.bookingNumber", container.bookingNumber());
        container.portOfLoading().ifPresent(port -> draft.location("9", port));
        container.portOfDischarge().ifPresent(port -> draft.location("11", port));
        draft.cell("containers.cell", container.cell());
        draft.kilograms("G", "containers.grossKilograms", container.grossKilograms());
        draft.kilograms("VGM", "containers.verifiedKilograms", container.verifiedKilograms());
        Equipment.writeSeals(draft, "containers.seals", container.seals());
        Dangers.writeAll(draft, "containers.dangerous", container.dangerous());
    }
}
