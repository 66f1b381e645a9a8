package io.fairway.document;

/** @param affixedBy who put it on (EDIFACT 9303): CA carrier, CU customs, SH shipper, TO terminal; empty when not said */
public record ContainerSeal(String number, String affixedBy) {
}
