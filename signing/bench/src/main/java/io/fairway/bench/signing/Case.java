package io.fairway.bench.signing;

import io.fairway.signing.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is signed and verified.
 *
 * @param bytes how long the content is, about
 */
public record Case(Form form, Suite suite, int bytes) {
    private static final int SMALL = 5_000;
    private static final int LARGE = 500_000;

    /** Every form that has a name for the suite, with content of 5 and of 500 KB. */
    static List<Case> all() {
        var cases = new ArrayList<Case>();
        for (var form : Form.values()) {
            for (var suite : Suite.values()) {
                if (suite != Suite.SM2_SM3 || form == Form.CADES || form == Form.PADES) {
                    cases.add(new Case(form, suite, SMALL));
                    cases.add(new Case(form, suite, LARGE));
                }
            }
        }
        return List.copyOf(cases);
    }

    /** As in the figures: form, suite, size. */
    public String named() {
        var key = switch (suite) {
            case ECDSA_P256_SHA256 -> "ecdsa-p256";
            case RSA_PSS_SHA256 -> "rsa-pss";
            case SM2_SM3 -> "sm2";
        };
        return form.name().toLowerCase(Locale.ROOT) + '-' + key + '-' + bytes / 1000 + 'k';
    }
}
