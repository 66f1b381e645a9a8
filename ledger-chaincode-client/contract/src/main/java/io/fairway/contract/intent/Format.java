package io.fairway.contract.intent;

import java.util.regex.Pattern;

/** How a value is written. One value has one spelling, so that equal content means equal bytes. */
public enum Format {
    /** SHA-256 or HMAC-SHA-256, 64 lower-case hexadecimal digits. */
    DIGEST("[0-9a-f]{64}"),
    /** 1 to 100 digests, ascending, each once, with commas between. */
    DIGESTS("[0-9a-f]{64}(,[0-9a-f]{64}){0,99}"),
    /** Pseudonym of a party. */
    PARTY("[a-z][a-z0-9-]{1,39}"),
    /** An organisation of the consortium, by the id of its membership service provider. */
    ORGANISATION("[A-Za-z][A-Za-z0-9.-]{0,63}"),
    /** An instant in UTC, whole seconds. */
    MOMENT("20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"),
    /** A whole number without sign or leading zeros. */
    NUMBER("0|[1-9][0-9]{0,14}"),
    /** A word of a fixed list. */
    WORD("[a-z][a-z-]{0,39}"),
    /** 1 to 16 words, ascending, each once, with commas between. */
    WORDS("[a-z][a-z-]{0,39}(,[a-z][a-z-]{0,39}){0,15}"),
    /** An opaque reference. */
    REFERENCE("[A-Za-z0-9-]{8,64}"),
    /** A P-256 public key: SubjectPublicKeyInfo (RFC 5480), uncompressed point, base64. */
    KEY("[A-Za-z0-9+/]{122}=="),
    /** {@code MSP kind role,role;…}: the organisations of a charter, ascending. */
    CHARTER("[A-Za-z0-9.,; -]{1,8000}"),
    /** A subject, see {@link Subject}. */
    SUBJECT("[a-z]+(/[a-z0-9-]+)*");

    private final Pattern pattern;

    Format(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether a value is written so. */
    public boolean fits(String value) {
        return pattern.matcher(value).matches() && (this != DIGESTS && this != WORDS || isAscending(value.split(",", -1)));
    }

    /** The pattern, for documentation. */
    public String pattern() {
        return pattern.pattern();
    }

    private static boolean isAscending(String[] values) {
        for (int at = 1; at < values.length; at++) {
            if (values[at - 1].compareTo(values[at]) >= 0) {
                return false;
            }
        }
        return true;
    }
}
