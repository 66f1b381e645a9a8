package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.StowageInstruction;
import io.fairway.document.StowageInstruction.Move;
import io.fairway.document.StowageInstruction.Operation;
import io.fairway.document.StowedContainer;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * MOVINS, the stowage instruction (all directories since D.95B): one {@link StowageInstruction}. A HAN opens each run of containers
 * that the same is done with.
 */
final class MovinsMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "MOVINS";
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
        Optional<UnLocode> port = fields.coded("port", transport.find("LOC", "5", "61"), 2, 1, UnLocode::new);
        Optional<Instant> arrival = fields.instant("arrival", transport.findWithin("DTM", "178", "132"));
        Optional<Instant> departure = fields.instant("departure", transport.findWithin("DTM", "186", "136", "133"));
        var moves = new ArrayList<Move>();
        for (KeptGroup run : message.groups("HAN")) {
            Optional<Operation> operation = fields.requiredCoded("moves[" + moves.size() + "].operation", run.opening(), 1, 1,
                    MovinsMapping::operation);
            for (KeptGroup group : run.groups("LOC")) {
                Optional<StowedContainer> container = Stowage.read("moves[" + moves.size() + "].container.", fields, group);
                operation.flatMap(known -> container.map(box -> new Move(known, box))).ifPresent(moves::add);
            }
        }
        if (fields.gaps() == gaps) {
            parts.part(new StowageInstruction(reference, function, issuedAt.orElseThrow(), voyage.orElseThrow(), port, arrival, departure,
                    moves), fields.lineage(message));
        }
    }

    private static Operation operation(String code) {
        return switch (code) {
            case "LOA" -> Operation.LOAD;
            case "DIS" -> Operation.DISCHARGE;
            case "SHI" -> Operation.SHIFT;
            case "RES" -> Operation.RESTOW;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "LOA loading, DIS discharge, SHI shift or RES restow");
        };
    }

    private static String code(Operation operation) {
        return switch (operation) {
            case LOAD -> "LOA";
            case DISCHARGE -> "DIS";
            case SHIFT -> "SHI";
            case RESTOW -> "RES";
        };
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof StowageInstruction instruction)) {
            throw new UnwritableDocumentException("document", "MOVINS says stowage instructions only");
        }
        draft.segment("BGM", e(""), e(MessageDraft.fit("reference", instruction.reference(), 35)), e(Functions.code(instruction.function())));
        draft.time("137", instruction.issuedAt());
        Voyages.write(draft, "20", "voyage", instruction.voyage());
        draft.location("5", instruction.port().orElseThrow(() -> new UnwritableDocumentException("port", "the message cannot do without it")));
        if (instruction.arrival().isEmpty() && instruction.departure().isEmpty()) {
            throw new UnwritableDocumentException("arrival", "the message cannot do without it or the departure");
        }
        draft.time("132", instruction.arrival());
        draft.time("133", instruction.departure());
        MessageDraft.mandatory("moves", instruction.moves().isEmpty() ? "" : "some", 4);
        Optional<Operation> running = Optional.empty();
        for (Move move : instruction.moves()) {
            if (running.filter(move.operation()::equals).isEmpty()) {
                draft.segment("HAN", e(code(move.operation())));
                running = Optional.of(move.operation());
            }
            write(move.container(), draft);
        }
    }

    private static void write(StowedContainer container, MessageDraft draft) {
        draft.cell("moves.container.cell", MessageDraft.mandatory("moves.container.cell", container.cell(), 25));
        // the directory wants a reference and an operator with every cell; the reference says nothing by convention
        draft.segment("RFF", e("BM", "1"));
        draft.text("AAA", "moves.container.goods", container.goods());
        Stowage.writeWeight(draft, "moves.container.", container);
        Stowage.writePorts(draft, container);
        MessageDraft.mandatory("moves.container.operator", container.operator(), 17);
        Stowage.writeOperator(draft, "moves.container.", container);
        Stowage.writeTemperature(draft, "moves.container.", container);
        Stowage.writeBox(draft, "moves.container.", container);
        if (!container.dangerous().isEmpty()) {
            draft.segment("RFF", e("BM", "1"));
            Dangers.writeAll(draft, "moves.container.dangerous", container.dangerous());
        }
    }
}
