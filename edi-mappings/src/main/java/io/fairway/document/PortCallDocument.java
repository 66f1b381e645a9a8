package io.fairway.document;

import io.fairway.document.id.UnLocode;
import java.util.Optional;

/** What is said about one visit of one ship: to customs, the port, the maritime and the border authority, or the terminal. */
public sealed interface PortCallDocument extends Document permits ShipReport, BerthRequest, DangerousGoodsDeclaration, PersonList,
        BayPlan, StowageInstruction {

    /** The sender's number of the document. */
    String reference();

    DocumentFunction function();

    /** The ship and its voyage. */
    Voyage voyage();

    /** The port of the call; empty when the document does not say it. */
    Optional<UnLocode> portOfCall();
}
