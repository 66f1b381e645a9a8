package io.fairway.clearance.gate;

/** What is looked at before the barrier opens, and who may set a rule aside (HS/T 82, JGS/T 14 and the house's own). */
public enum GateRule {
    IDENTITY(SetAside.By.CLERK),
    DRIVER(SetAside.By.CLERK),
    CONTAINER(SetAside.By.CLERK),
    RELEASE(SetAside.By.TWO_SUPERVISORS),
    CUSTOMS(SetAside.By.CUSTOMS),
    SEAL(SetAside.By.TWO_SUPERVISORS),
    WEIGHT(SetAside.By.CLERK),
    RADIATION(SetAside.By.RADIATION_AUTHORITY),
    DANGEROUS_GOODS(SetAside.By.CLERK),
    SIZE_TYPE(SetAside.By.CLERK),
    /** Export: booking open, cut-off not passed, verified gross mass there. */
    BOOKING(SetAside.By.TWO_SUPERVISORS),
    /** What an earlier gate demanded is done. */
    EARLIER_GATE(SetAside.By.CUSTOMS);

    private final SetAside.By overriddenBy;

    GateRule(SetAside.By overriddenBy) {
        this.overriddenBy = overriddenBy;
    }

    /** Who may set it aside for one passage. */
    public SetAside.By overriddenBy() {
        return overriddenBy;
    }
}
