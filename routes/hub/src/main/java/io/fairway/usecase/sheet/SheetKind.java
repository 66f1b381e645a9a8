package io.fairway.usecase.sheet;

import io.fairway.signing.Sheet.Words;
import io.fairway.usecase.title.RightKind;
import java.util.Locale;

/** What sheet it is. */
public enum SheetKind {
    BILL(new Words("Bill of lading", "提单")),
    RELEASE(new Words("Release order", "放货单")),
    /** What was counted of a consignment. */
    TALLY(new Words("Tally sheet", "理货单")),
    /** What a gate decided for a truck, and why. */
    GATE_SLIP(new Words("Gate slip", "闸口单")),
    /** That a container passed from one hand to another at a gate (EIR). */
    EQUIPMENT_RECEIPT(new Words("Equipment interchange receipt", "集装箱设备交接单"));

    private final Words title;

    SheetKind(Words title) {
        this.title = title;
    }

    /** What stands on it above everything. */
    public Words title() {
        return title;
    }

    /** For names of files and members: {@code gate-slip}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of a bill or a release. @throws IllegalArgumentException for other rights, of which there are no sheets */
    static SheetKind of(RightKind right) {
        return valueOf(right.name());
    }
}
