package io.fairway.edifact.mapping;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.Document;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.RefusedValueException;

/**
 * COARRI, the discharge and loading report (D.95B and D.00B): one {@link ContainerMovementReport} per bill, or per container when no
 * bill is said. BGM 44 and 46 as SMDG keeps them by agreement, 119 and 122 as the directories have them since D.98B; 98 and 270 as the
 * first terminal guides had them.
 */
final class CoarriMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "COARRI";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> new MovementReading(fields, message, MovementKind.QUAY).read(CoarriMapping::movement, parts);
    }

    private static Movement movement(String code) {
        return switch (code) {
            case "44", "119", "98" -> Movement.DISCHARGED;
            case "46", "122", "270" -> Movement.LOADED;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "44 or 119 discharge, 46 or 122 loading");
        };
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof ContainerMovementReport report)) {
            throw new UnwritableDocumentException("document", "COARRI says container movements only");
        }
        boolean agreed = !draft.dialect().association().isEmpty();
        String code = switch (report.movement()) {
            case DISCHARGED -> agreed ? "44" : "119";
            case LOADED -> agreed ? "46" : "122";
            case GATE_IN, GATE_OUT -> throw new UnwritableDocumentException("movement", "COARRI says what passed the quay");
        };
        new MovementWriting(draft, report).write(code, MovementKind.QUAY);
    }
}
