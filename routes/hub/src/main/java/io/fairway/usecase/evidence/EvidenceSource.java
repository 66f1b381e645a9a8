package io.fairway.usecase.evidence;

import io.fairway.usecase.Caller;
import io.fairway.usecase.view.ConsignmentDetail;

/**
 * What one room of the hub has to say in the evidence of a consignment: the ledger, the gate, and whoever comes later. Called in the
 * running transaction of the asking party, which sees only its own; adds parts under a folder of its own, always in the same order.
 */
@FunctionalInterface
public interface EvidenceSource {

    /** @param consignment as the caller sees it */
    void add(Caller caller, ConsignmentDetail consignment, EvidenceParts parts);
}
