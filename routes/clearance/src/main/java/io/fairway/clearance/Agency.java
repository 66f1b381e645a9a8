package io.fairway.clearance;

/** Who may block a consignment or a container, and order its examination. */
public enum Agency {
    CUSTOMS(Role.CUSTOMS, "customs", "海关"),
    BORDER(Role.BORDER, "border inspection", "边检"),
    MARITIME(Role.MARITIME, "the maritime authority", "海事"),
    CARRIER(Role.CARRIER, "the carrier", "船公司"),
    TERMINAL(Role.TERMINAL, "the terminal", "码头"),
    /** A court's order is entered by the operator of the hub, who was served with it. */
    COURT(Role.OPERATOR, "a court", "法院");

    private final Role speaker;
    private final String english;
    private final String chinese;

    Agency(Role speaker, String english, String chinese) {
        this.speaker = speaker;
        this.english = english;
        this.chinese = chinese;
    }

    /** The role that speaks for the agency in the hub. */
    public Role speaker() {
        return speaker;
    }

    /** Whether its hold also forbids customs to release; holds of trade only forbid leaving. */
    boolean isAuthority() {
        return switch (this) {
            case CUSTOMS, BORDER, MARITIME, COURT -> true;
            case CARRIER, TERMINAL -> false;
        };
    }

    String english() {
        return english;
    }

    String chinese() {
        return chinese;
    }
}
