package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.BayPlan;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.StowedContainer;
import io.fairway.document.StowedContainer.Weighing;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * BAPLIE, the bay plan (all directories since D.95B): one {@link BayPlan}. Two forms are written: SMDG 2.2 on D.95B, and SMDG 3.1 on
 * D.13B, where everything about a container stands in the group of its EQD behind UNS. Many senders leave out the document number.
 */
final class BaplieMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "BAPLIE";
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
        Optional<Voyage> voyage = Voyages.required("voyage", fields, message.find("TDT", "20"));
        Voyages.checkReference(fields, message, voyage);
        KeptGroup transport = message.groupOrEmpty("TDT", "20");
        Optional<UnLocode> left = fields.coded("departurePort", transport.find("LOC", "5"), 2, 1, UnLocode::new);
        Optional<UnLocode> next = fields.coded("nextPort", transport.find("LOC", "61"), 2, 1, UnLocode::new);
        Optional<Instant> arrival = fields.instant("arrival", transport.findWithin("DTM", "178", "132"));
        Optional<Instant> departure = fields.instant("departure", transport.findWithin("DTM", "186", "136", "133"));
        var containers = new ArrayList<StowedContainer>();
        for (KeptGroup group : message.groups("LOC")) {
            Stowage.read("containers[" + containers.size() + "].", fields, group).ifPresent(containers::add);
        }
        if (fields.gaps() == gaps) {
            parts.part(new BayPlan(reference, function, issuedAt.orElseThrow(), voyage.orElseThrow(), left, next, arrival, departure,
                    containers), fields.lineage(message));
        }
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof BayPlan plan)) {
            throw new UnwritableDocumentException("document", "BAPLIE says bay plans only");
        }
        boolean grouped = !draft.directory().before(DirectoryRelease.D13B);
        draft.segment("BGM", e(grouped ? "659" : ""), e(MessageDraft.fit("reference", plan.reference(), 35)),
                e(Functions.code(plan.function())));
        draft.time("137", plan.issuedAt());
        Voyages.write(draft, "20", "voyage", plan.voyage());
        transport(plan, draft);
        if (grouped) {
            draft.segment("UNS", e("D"));
        }
        plan.containers().forEach(container -> {
            if (grouped) {
                grouped(container, draft);
            } else {
                flat(container, draft);
            }
        });
    }

    private static void transport(BayPlan plan, MessageDraft draft) {
        if (plan.departurePort().isEmpty() && plan.nextPort().isEmpty()) {
            throw new UnwritableDocumentException("nextPort", "the message cannot do without it or the port of departure");
        }
        if (plan.arrival().isEmpty() && plan.departure().isEmpty()) {
            throw new UnwritableDocumentException("arrival", "the message cannot do without it or the departure");
        }
        plan.departurePort().ifPresent(port -> draft.location("5", port));
        plan.nextPort().ifPresent(port -> draft.location("61", port));
        draft.time("132", plan.arrival());
        draft.time("133", plan.departure());
    }

    private static void flat(StowedContainer container, MessageDraft draft) {
        draft.cell("containers.cell", MessageDraft.mandatory("containers.cell", container.cell(), 25));
        draft.text("AAA", "containers.goods", container.goods());
        Stowage.writeWeight(draft, "containers.", container);
        Stowage.writeTemperature(draft, "containers.", container);
        Stowage.writePorts(draft, container);
        // the directory wants a reference with every cell; by convention it says nothing
        draft.segment("RFF", e("BM", "1"));
        Stowage.writeBox(draft, "containers.", container);
        Stowage.writeOperator(draft, "containers.", container);
        Dangers.writeAll(draft, "containers.dangerous", container.dangerous());
    }

    private static void grouped(StowedContainer container, MessageDraft draft) {
        draft.cell("containers.cell", MessageDraft.mandatory("containers.cell", container.cell(), 25));
        Stowage.writeBox(draft, "containers.", container);
        Stowage.writeOperator(draft, "containers.", container);
        String kind = container.weighing() == Weighing.VERIFIED ? "VGM" : "AET";
        if (container.grossKilograms().isEmpty() && container.weighing() == Weighing.VERIFIED) {
            throw new UnwritableDocumentException("containers.grossKilograms", "a verified weight has a value");
        }
        draft.kilograms(kind, "containers.grossKilograms", container.grossKilograms());
        draft.text("AAA", "containers.goods", container.goods());
        Stowage.writePorts(draft, container);
        Stowage.writeTemperature(draft, "containers.", container);
        Dangers.writeAll(draft, "containers.dangerous", container.dangerous());
        draft.count("16", 1);
    }
}
