package io.fairway.xml.mapping;

import io.fairway.document.ManifestConsignment.CustomsTreatment;
import java.util.Arrays;
import java.util.Optional;

/** {@code CustomsStatusCode} of a consignment. The published samples show 001, 002 and 004; 003 is ours for transit. */
final class MtTreatment {
    private MtTreatment() {
    }

    static String codeOf(CustomsTreatment treatment) {
        return switch (treatment) {
            case IMPORT -> "001";
            case EXPORT -> "002";
            case TRANSIT -> "003";
            case TRANSHIPMENT -> "004";
        };
    }

    static Optional<CustomsTreatment> of(String code) {
        return Arrays.stream(CustomsTreatment.values()).filter(treatment -> codeOf(treatment).equals(code)).findFirst();
    }
}
