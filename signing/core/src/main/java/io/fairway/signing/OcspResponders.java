package io.fairway.signing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Asks the authorities that certificates name themselves (RFC 5280, section 4.2.2.1) whether these are revoked (RFC 6960). An answer is kept until
 * its next update, and who does not answer is not asked again for half a minute, so that nobody who signs waits twice.
 */
public final class OcspResponders {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int OK = 200;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration WITHOUT_NEXT_UPDATE = Duration.ofMinutes(10);

    private final HttpClient client;
    private final Duration limit;
    private final InstantSource clock;
    private final Map<X509Certificate, Word> words = new ConcurrentHashMap<>();

    /** What was heard of a certificate last. @param until it counts, or until nobody is asked again */
    private record Word(Optional<OcspAnswer> answer, Instant until) {
    }

    /**
     * What authorities say now.
     *
     * @param answers the issuers' own words; what they say may be that a certificate is revoked
     * @param unanswered certificates that name an authority from which there is no answer that counts
     */
    public record Asked(List<OcspAnswer> answers, Set<X509Certificate> unanswered) {
        public Asked {
            answers = List.copyOf(answers);
            unanswered = Set.copyOf(unanswered);
        }
    }

    /** @param limit for one answer */
    public OcspResponders(HttpClient client, Duration limit, InstantSource clock) {
        this.client = client;
        this.limit = limit;
        this.clock = clock;
    }

    /** Asks about each that names an authority and whose issuer is among them. Waits at most for the limit with each that was not asked yet. */
    public Asked about(Collection<X509Certificate> certificates) {
        Set<OcspAnswer> answers = new HashSet<>();
        Set<X509Certificate> unanswered = new HashSet<>();
        for (X509Certificate certificate : certificates) {
            address(certificate).ifPresent(address -> issuer(certificate, certificates).ifPresent(issuer ->
                    word(certificate, issuer, address).answer().ifPresentOrElse(answers::add, () -> unanswered.add(certificate))));
        }
        words.keySet().retainAll(Set.copyOf(certificates));
        return new Asked(List.copyOf(answers), unanswered);
    }

    private static Optional<X509Certificate> issuer(X509Certificate certificate, Collection<X509Certificate> all) {
        return all.stream().filter(each -> !each.equals(certificate) && each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .findFirst();
    }

    /** Where it says that its authority answers; empty when it does not, or not over HTTP. */
    private static Optional<URI> address(X509Certificate certificate) {
        try {
            AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(new JcaX509CertificateHolder(certificate).getExtensions());
            return access == null ? Optional.empty() : Arrays.stream(access.getAccessDescriptions())
                    .filter(each -> each.getAccessMethod().equals(AccessDescription.id_ad_ocsp)
                            && each.getAccessLocation().getTagNo() == GeneralName.uniformResourceIdentifier)
                    .map(each -> URI.create(each.getAccessLocation().getName().toString()))
                    .filter(each -> "http".equals(each.getScheme()) || "https".equals(each.getScheme())).findFirst();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Word word(X509Certificate certificate, X509Certificate issuer, URI address) {
        return words.compute(certificate, (_, known) -> known != null && clock.instant().isBefore(known.until()) ? known
                : heard(certificate, issuer, address));
    }

    private Word heard(X509Certificate certificate, X509Certificate issuer, URI address) {
        try {
            OcspAnswer answer = OcspAnswer.read(ask(request(certificate, issuer), address));
            Instant now = clock.instant();
            return answer.countsUntil(certificate, issuer, WITHOUT_NEXT_UPDATE).filter(now::isBefore).map(until -> new Word(Optional.of(answer), until))
                    .orElseGet(() -> new Word(Optional.empty(), now.plus(PAUSE)));
        } catch (IOException | GeneralSecurityException e) {
            return new Word(Optional.empty(), clock.instant().plus(PAUSE));
        }
    }

    private static byte[] request(X509Certificate certificate, X509Certificate issuer) throws IOException, GeneralSecurityException {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().setProvider(Algorithms.BOUNCY_CASTLE).build();
            return new OCSPReqBuilder().addRequest(new CertificateID(digests.get(CertificateID.HASH_SHA1), new JcaX509CertificateHolder(issuer),
                    certificate.getSerialNumber())).build().getEncoded();
        } catch (OCSPException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private byte[] ask(byte[] request, URI address) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(address).timeout(limit).header("Content-Type", "application/ocsp-request")
                .header("Accept", "application/ocsp-response").POST(HttpRequest.BodyPublishers.ofByteArray(request)).build();
        try {
            HttpResponse<InputStream> answer = client.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new IOException("The authority at " + address.getHost() + " answered " + answer.statusCode());
                }
                return body.readNBytes(MOST_BYTES + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + address.getHost(), e);
        }
    }
}
