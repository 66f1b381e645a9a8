package io.fairway.signing;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Names and value forms of the suites in XML signatures (RFC 9231). SM2 has none that is registered, so it has none here. */
final class XadesAlgorithms {
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    private static final Map<String, String> DIGESTS = Map.of(SHA256, "SHA-256", "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");

    private XadesAlgorithms() {
    }

    /** The JCA name of a digest that is strong enough. */
    static Optional<String> digest(String identifier) {
        return Optional.ofNullable(DIGESTS.get(identifier));
    }

    static Optional<String> identifier(Suite suite) {
        return switch (suite) {
            case ECDSA_P256_SHA256 -> Optional.of("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
            case RSA_PSS_SHA256 -> Optional.of("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1");
            case SM2_SM3 -> Optional.empty();
        };
    }

    /** ECDSA values stand as R and S side by side (RFC 9231, 2.3.6). */
    static byte[] toXml(Suite suite, byte[] value) {
        return suite == Suite.ECDSA_P256_SHA256 ? Jws.concatenated(value) : value;
    }

    static byte[] fromXml(Suite suite, byte[] value) throws IOException {
        if (suite != Suite.ECDSA_P256_SHA256) {
            return value;
        }
        if (value.length != 2 * Jws.HALF) {
            throw new IOException("An ECDSA value of " + value.length + " bytes");
        }
        return Jws.der(value);
    }
}
