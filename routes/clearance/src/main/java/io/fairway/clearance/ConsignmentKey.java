package io.fairway.clearance;

import io.fairway.document.id.BillNumber;

/**
 * What identifies a consignment: bill numbers are unique only per carrier.
 *
 * @param carrier the carrier's party id in the hub
 */
public record ConsignmentKey(String carrier, BillNumber bill) {
}
