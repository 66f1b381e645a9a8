package io.fairway.agent;

import java.io.IOException;

/** The hub answered that it does not take this decision, and will not take it when it comes again. */
public final class DeliveryRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param why what the hub answered */
    public DeliveryRefusedException(String why) {
        super(why);
    }
}
