package io.fairway.usecase.view;

import java.util.UUID;

/** A discrepancy that stands, with the case it was found in. @param bill number of the case's bill */
public record OpenDiscrepancyView(UUID consignment, String bill, DiscrepancyView discrepancy) {
}
