package io.fairway.usecase.evidence;

import io.fairway.signing.Suite;
import java.util.Locale;

/**
 * How the hub and a counterpart sign what they send each other.
 *
 * @param suite of the hub's seal
 * @param form of the hub's seal
 * @param level of the hub's seal
 * @param inbound whether what the counterpart sends must be signed
 */
public record SignatureProfile(Suite suite, Form form, Level level, Inbound inbound) {
    /** ECDSA on P-256, detached CAdES at level B; signatures of the counterpart are checked when they are there. */
    public static final SignatureProfile STANDARD = new SignatureProfile(Suite.ECDSA_P256_SHA256, Form.CADES, Level.B, Inbound.IF_PRESENT);

    /** The seal's form. XAdES is for XML and JWS for JSON; what is neither is sealed by CAdES beside it. */
    public enum Form {
        CADES, XADES, JWS, NONE
    }

    /** Baseline levels of ETSI EN 319 122-1 and 319 132-1. */
    public enum Level {
        B, T, LT, LTA
    }

    /** What a missing signature means. */
    public enum Inbound {
        DEMANDED, IF_PRESENT
    }

    /** @throws IllegalArgumentException for what has no standard: SM2 in XML and JOSE, and timestamps in compact JWS */
    public SignatureProfile {
        if (suite == Suite.SM2_SM3 && (form == Form.XADES || form == Form.JWS)) {
            throw new IllegalArgumentException("SM2 has no name in XML signatures and JOSE");
        }
        if (form == Form.JWS && level != Level.B) {
            throw new IllegalArgumentException("A compact JWS has level B only");
        }
    }

    /**
     * Reads what a party file says: up to three words in any order, as {@code SM2 CADES T}; what is not said is as in {@link #STANDARD}.
     *
     * @throws IllegalArgumentException for a word that is none of ECDSA, RSA, SM2, CADES, XADES, JWS, NONE, B, T, LT, LTA
     */
    public static SignatureProfile read(String words, Inbound inbound) {
        Suite suite = STANDARD.suite();
        Form form = STANDARD.form();
        Level level = STANDARD.level();
        for (String word : words.strip().toUpperCase(Locale.ROOT).split("[ ,]+")) {
            switch (word) {
                case "ECDSA" -> suite = Suite.ECDSA_P256_SHA256;
                case "RSA" -> suite = Suite.RSA_PSS_SHA256;
                case "SM2" -> suite = Suite.SM2_SM3;
                case "CADES", "XADES", "JWS", "NONE" -> form = Form.valueOf(word);
                default -> level = Level.valueOf(word);
            }
        }
        return new SignatureProfile(suite, form, level, inbound);
    }
}
