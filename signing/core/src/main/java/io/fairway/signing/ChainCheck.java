package io.fairway.signing;

import static io.fairway.signing.SignatureFault.NOT_VALID_THEN;
import static io.fairway.signing.SignatureFault.REVOCATION_UNKNOWN;
import static io.fairway.signing.SignatureFault.REVOKED;
import static io.fairway.signing.SignatureFault.UNTRUSTED;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a certificate leads to a trusted one, and whether any on the way was revoked, at a time (RFC 5280, section 6). */
final class ChainCheck {
    private static final KnownChains KNOWN = new KnownChains();

    private final Set<X509Certificate> trusted;
    private final List<X509Certificate> others;
    private final Revocations revocation;
    private final TrustPolicy policy;

    /** @param others certificates that may help to build the chain */
    ChainCheck(Set<X509Certificate> trusted, Collection<X509Certificate> others, Revocations revocation, TrustPolicy policy) {
        this.trusted = trusted;
        this.others = List.copyOf(others);
        this.revocation = revocation;
        this.policy = policy;
    }

    /** @return the chain, the leaf first and the trusted certificate last */
    List<X509Certificate> check(X509Certificate leaf, Instant at) throws SignatureRefusedException {
        if (at.isBefore(leaf.getNotBefore().toInstant()) || at.isAfter(leaf.getNotAfter().toInstant())) {
            throw SignatureRefusedException.open(NOT_VALID_THEN, "The certificate of " + name(leaf) + " is valid from "
                    + leaf.getNotBefore().toInstant() + " to " + leaf.getNotAfter().toInstant() + ", and the time is " + at);
        }
        if (trusted.contains(leaf)) {
            return List.of(leaf);
        }
        List<X509Certificate> chain = chain(leaf, at);
        for (int i = 0; i + 1 < chain.size(); i++) {
            checkNotRevoked(chain.get(i), chain.get(i + 1), at);
        }
        return chain;
    }

    private List<X509Certificate> chain(X509Certificate leaf, Instant at) throws SignatureRefusedException {
        Optional<List<X509Certificate>> known = KNOWN.find(leaf, trusted, others, at);
        if (known.isPresent()) {
            return known.get();
        }
        List<X509Certificate> built = build(leaf, at);
        KNOWN.keep(trusted, built);
        return built;
    }

    private List<X509Certificate> build(X509Certificate leaf, Instant at) throws SignatureRefusedException {
        if (trusted.isEmpty()) {
            throw SignatureRefusedException.open(UNTRUSTED, "No certificate is trusted for this");
        }
        try {
            var target = new X509CertSelector();
            target.setCertificate(leaf);
            var anchors = trusted.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet());
            var parameters = new PKIXBuilderParameters(anchors, target);
            List<X509Certificate> known = new ArrayList<>(others);
            known.add(leaf);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            var built = (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX", Algorithms.BOUNCY_CASTLE).build(parameters);
            List<X509Certificate> chain = new ArrayList<>();
            built.getCertPath().getCertificates().forEach(certificate -> chain.add((X509Certificate) certificate));
            chain.add(built.getTrustAnchor().getTrustedCert());
            return List.copyOf(chain);
        } catch (CertPathBuilderException e) {
            throw SignatureRefusedException.open(UNTRUSTED, "No chain from " + name(leaf) + " to a trusted certificate at " + at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot build certificate chains", e);
        }
    }

    private void checkNotRevoked(X509Certificate certificate, X509Certificate issuer, Instant at) throws SignatureRefusedException {
        Optional<X509CRL> newest = revocation.lists().stream().filter(list -> isOf(list, issuer))
                .max(Comparator.comparing(X509CRL::getThisUpdate));
        List<OcspAnswer.Status> told = revocation.answers().stream().flatMap(answer -> answer.about(certificate, issuer).stream()).toList();
        Instant oldest = policy.oldestList(at);
        boolean known = newest.filter(list -> !list.getThisUpdate().toInstant().isBefore(oldest)).isPresent()
                || told.stream().anyMatch(status -> !status.asOf().isBefore(oldest));
        if (!known && policy.revocation() == TrustPolicy.Revocation.DEMANDED) {
            throw SignatureRefusedException.open(REVOCATION_UNKNOWN, "No revocation list or answer of " + name(issuer) + " covers " + at);
        }
        Optional<Instant> revoked = revokedAt(certificate, newest, told);
        if (revoked.isPresent() && !revoked.get().isAfter(at)) {
            throw SignatureRefusedException.failed(REVOKED, "The certificate of " + name(certificate) + " was revoked at " + revoked.get());
        }
    }

    /** Since when it is revoked by the newest list, and by every answer. */
    private Optional<Instant> revokedAt(X509Certificate certificate, Optional<X509CRL> newest, List<OcspAnswer.Status> told) {
        Stream<Instant> listed = newest.map(list -> list.getRevokedCertificate(certificate.getSerialNumber())).stream()
                .map(entry -> entry.getRevocationDate().toInstant());
        return Stream.concat(listed, told.stream().map(OcspAnswer.Status::revokedAt).flatMap(Optional::stream)).min(Comparator.naturalOrder());
    }

    private static boolean isOf(X509CRL list, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey(), Algorithms.BOUNCY_CASTLE);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
