package io.fairway.signing;

import static io.fairway.signing.SignatureFault.ALGORITHM_CONFUSED;
import static io.fairway.signing.SignatureFault.FOREIGN_KEY;
import static io.fairway.signing.SignatureFault.MALFORMED;
import static io.fairway.signing.SignatureFault.SIGNATURE_INVALID;
import static io.fairway.signing.SignatureFault.SIGNER_NOT_NAMED;
import static io.fairway.signing.SignatureFault.UNKNOWN_CRITICAL;
import static io.fairway.signing.SignatureFault.UNTRUSTED;
import static io.fairway.signing.SignatureFault.WEAK_ALGORITHM;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks compact JWS against a {@link TrustPolicy}. The algorithm follows from the signer's certificate, never from the header. */
public final class JwsVerifier {
    private static final int MOST_CHARACTERS = 16 * 1024 * 1024;
    private static final int PARTS = 3;
    /** Headers that name a key by other means than the certificate's digest. */
    private static final List<String> KEY_HEADERS = List.of("jwk", "jku", "x5u", "x5t");

    private final TrustPolicy policy;

    public JwsVerifier(TrustPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param jws compact serialization, at most 16 Mi characters
     * @param now time of checking
     * @return with the payload when it passed
     */
    public Verdict verify(String jws, Instant now) {
        var checks = new CheckList();
        try {
            String[] parts = jws.length() > MOST_CHARACTERS ? new String[0] : jws.split("\\.", -1);
            if (parts.length != PARTS) {
                throw SignatureRefusedException.failed(MALFORMED, "Expected three parts joined by dots");
            }
            Map<String, Json> header = header(decode(parts[0]));
            List<X509Certificate> chain = chain(header);
            X509Certificate signer = signer(header, chain);
            checkSignature(header, signer, parts);
            byte[] payload = decode(parts[1]);
            checks.pass("The signature of " + ChainCheck.name(signer) + " covers exactly this payload of " + payload.length + " bytes.");
            new SignerCheck(policy, chain, policy.known()).check(signer, now, checks);
            return new Verdict.TotalPassed(new SignedContent(payload), signer, signedAt(header), now, checks.all());
        } catch (SignatureRefusedException e) {
            return e.verdict(checks);
        }
    }

    private static byte[] decode(String part) throws SignatureRefusedException {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw SignatureRefusedException.failed(MALFORMED, "A part that is not base64url");
        }
        throw SignatureRefusedException.failed(MALFORMED, "A part that is not written as base64url demands");
    }

    private static Map<String, Json> header(byte[] bytes) throws SignatureRefusedException {
        try {
            if (JsonText.read(bytes) instanceof Json.Members members) {
                return checked(members.of());
            }
        } catch (IllegalArgumentException e) {
            throw SignatureRefusedException.failed(MALFORMED, "The header is not JSON: " + e.getMessage());
        }
        throw SignatureRefusedException.failed(MALFORMED, "The header is not a JSON object");
    }

    private static Map<String, Json> checked(Map<String, Json> header) throws SignatureRefusedException {
        if (header.containsKey("crit") || header.containsKey("b64")) {
            throw SignatureRefusedException.failed(UNKNOWN_CRITICAL, "No critical header is understood");
        }
        for (String name : KEY_HEADERS) {
            if (header.containsKey(name)) {
                throw SignatureRefusedException.failed(FOREIGN_KEY, "The header '" + name + "' brings a key of its own");
            }
        }
        return header;
    }

    private static List<X509Certificate> chain(Map<String, Json> header) throws SignatureRefusedException {
        List<X509Certificate> chain = new ArrayList<>();
        if (header.get("x5c") instanceof Json.Elements elements) {
            for (Json element : elements.of()) {
                if (!(element instanceof Json.Text text)) {
                    throw SignatureRefusedException.failed(MALFORMED, "A certificate in x5c is not text");
                }
                try {
                    chain.add(KnownCertificates.presented(Base64.getDecoder().decode(text.value())));
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    throw SignatureRefusedException.failed(MALFORMED, "A certificate in x5c cannot be read");
                }
            }
        }
        return chain;
    }

    private X509Certificate signer(Map<String, Json> header, List<X509Certificate> chain) throws SignatureRefusedException {
        if (!(header.get("x5t#S256") instanceof Json.Text digest)) {
            throw SignatureRefusedException.failed(SIGNER_NOT_NAMED, "The header does not bind the signer's certificate (x5t#S256)");
        }
        try {
            if (!chain.isEmpty()) {
                if (Jws.thumbprint(chain.getFirst()).equals(digest.value())) {
                    return chain.getFirst();
                }
                throw SignatureRefusedException.failed(FOREIGN_KEY, "The first certificate is not the one that the header binds");
            }
            for (X509Certificate trusted : policy.signers()) {
                if (Jws.thumbprint(trusted).equals(digest.value())) {
                    return trusted;
                }
            }
        } catch (GeneralSecurityException e) {
            throw SignatureRefusedException.failed(MALFORMED, "A certificate that cannot be read");
        }
        throw SignatureRefusedException.open(UNTRUSTED, "No trusted certificate has the digest that the header names");
    }

    private void checkSignature(Map<String, Json> header, X509Certificate signer, String[] parts) throws SignatureRefusedException {
        Suite suite = Suite.of(signer.getPublicKey()).filter(policy.suites()::contains)
                .orElseThrow(() -> SignatureRefusedException.failed(WEAK_ALGORITHM, "The signer's key is of no accepted suite"));
        String expected = suite.jws().orElseThrow(() -> SignatureRefusedException.failed(WEAK_ALGORITHM, "No JWS algorithm for " + suite));
        if (!(header.get("alg") instanceof Json.Text stated && stated.value().equals(expected))) {
            throw SignatureRefusedException.failed(ALGORITHM_CONFUSED, "The signer's key is for " + expected + ", and the header says otherwise");
        }
        byte[] value = decode(parts[2]);
        try {
            Signature verifier = Algorithms.verifier(suite, signer.getPublicKey());
            verifier.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
            boolean rightSize = suite != Suite.ECDSA_P256_SHA256 || value.length == 2 * Jws.HALF;
            if (rightSize && verifier.verify(suite == Suite.ECDSA_P256_SHA256 ? Jws.der(value) : value)) {
                return;
            }
        } catch (GeneralSecurityException | IOException e) {
            throw SignatureRefusedException.failed(SIGNATURE_INVALID, "The signature value cannot be used");
        }
        throw SignatureRefusedException.failed(SIGNATURE_INVALID, SIGNATURE_INVALID.text());
    }

    private static Optional<Instant> signedAt(Map<String, Json> header) {
        return header.get("iat") instanceof Json.Number seconds && seconds.value() == Math.rint(seconds.value())
                ? Optional.of(Instant.ofEpochSecond((long) seconds.value())) : Optional.empty();
    }
}
