package io.fairway.usecase.sheet;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.usecase.Caller;
import io.fairway.usecase.gate.PassageFile;
import io.fairway.usecase.gate.ReadPassages;
import java.util.Optional;

/** Hands out what a gate did with a truck, to whoever may read the passage: a slip, and a receipt for each container that went through. */
public final class IssueGateSheets {
    private final ReadPassages passages;
    private final HandOutSheets sheets;

    public IssueGateSheets(ReadPassages passages, HandOutSheets sheets) {
        this.passages = passages;
        this.sheets = sheets;
    }

    /**
     * What was decided last, and why.
     *
     * @return empty when there is no such passage, or none that the caller may read
     * @throws io.fairway.usecase.retention.ErasedException when its records are erased
     * @throws io.fairway.usecase.evidence.EvidenceUnavailableException when there is no timestamp for a new sheet
     */
    public Optional<IssuedSheet> slip(Caller caller, String lane, String transaction) {
        return passages.file(caller, lane, transaction).map(file -> sheets.handOut(caller, key(SheetKind.GATE_SLIP, file, ""), number ->
                GateSheet.slip(file, number)));
    }

    /**
     * That a container passed from the terminal to the haulier or back.
     *
     * @return empty also when the gate did not open, or for a container that was not on the truck
     * @throws io.fairway.usecase.retention.ErasedException when its records are erased
     * @throws io.fairway.usecase.evidence.EvidenceUnavailableException when there is no timestamp for a new sheet
     */
    public Optional<IssuedSheet> receipt(Caller caller, String lane, String transaction, String container) {
        return passages.file(caller, lane, transaction)
                .filter(file -> file.view().permission() == Permission.OPEN && file.view().containers().contains(container))
                .map(file -> sheets.handOut(caller, key(SheetKind.EQUIPMENT_RECEIPT, file, container), number ->
                        GateSheet.receipt(file, container, number)));
    }

    private static SheetKey key(SheetKind kind, PassageFile file, String container) {
        return new SheetKey(kind, file.view().transaction(), container, file.view().revision());
    }
}
