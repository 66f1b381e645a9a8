package io.fairway.edifact.mapping;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.Document;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.RefusedValueException;

/**
 * CODECO, the gate-in and gate-out report (D.95B and D.00B): one {@link ContainerMovementReport} per bill, or per container when no
 * bill is said. BGM 34 and 36 as SMDG and ITIGG keep them by agreement, 109 and 111 as the directories have them since D.98B.
 */
final class CodecoMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "CODECO";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> new MovementReading(fields, message, MovementKind.GATE).read(CodecoMapping::movement, parts);
    }

    private static Movement movement(String code) {
        return switch (code) {
            case "34", "109" -> Movement.GATE_IN;
            case "36", "111" -> Movement.GATE_OUT;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "34 or 109 gate-in, 36 or 111 gate-out");
        };
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof ContainerMovementReport report)) {
            throw new UnwritableDocumentException("document", "CODECO says container movements only");
        }
        boolean agreed = !draft.dialect().association().isEmpty();
        String code = switch (report.movement()) {
            case GATE_IN -> agreed ? "34" : "109";
            case GATE_OUT -> agreed ? "36" : "111";
            case DISCHARGED, LOADED -> throw new UnwritableDocumentException("movement", "CODECO says what passed the gate");
        };
        new MovementWriting(draft, report).write(code, MovementKind.GATE);
    }
}
