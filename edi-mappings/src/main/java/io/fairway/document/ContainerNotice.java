package io.fairway.document;

/** What is ordered or announced about containers at a terminal, before it happens; a verified weight belongs to it too. */
public sealed interface ContainerNotice extends Document permits LoadDischargeOrder, HaulageAnnouncement, ContainerAnnouncement,
        VerifiedGrossMass, ContainerHandlingOrder {

    /** The sender's number of the document. */
    String reference();

    DocumentFunction function();
}
