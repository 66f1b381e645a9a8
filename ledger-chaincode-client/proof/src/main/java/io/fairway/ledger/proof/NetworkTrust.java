package io.fairway.ledger.proof;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whom one believes about a ledger: the certification authorities of its members and of those who order, and how many members must have signed.
 * It comes from the network's configuration, never from a receipt.
 *
 * <p>An identity counts when one of its organisation's authorities signed its certificate and the certificate bears the role as
 * organisational unit (Fabric's NodeOUs: {@code peer}, {@code orderer}, {@code client}, {@code admin}). Expiry and revocation are not looked at:
 * the ledger has no trusted time, and peers refuse both when they endorse.
 */
public final class NetworkTrust {
    private static final int KEPT_VERDICTS = 10_000;

    private final Authorities members;
    private final Authorities orderers;
    private final int leastEndorsers;

    /**
     * Trust in these organisations.
     *
     * @param members certification authorities, root and intermediate, by MSP id
     * @param orderers the same of the organisations that order
     * @param leastEndorsers how many members must have signed a transaction, at least 1
     */
    public NetworkTrust(Map<String, List<X509Certificate>> members, Map<String, List<X509Certificate>> orderers, int leastEndorsers) {
        this.members = new Authorities(members);
        this.orderers = new Authorities(orderers);
        this.leastEndorsers = leastEndorsers;
        if (leastEndorsers < 1 || leastEndorsers > members.size()) {
            throw new IllegalArgumentException("Between 1 and all of " + members.size() + " members sign, found " + leastEndorsers);
        }
    }

    /**
     * Reads certificates, one after another in PEM.
     *
     * @throws UnreadableException when there are none, or something else
     */
    public static List<X509Certificate> certificates(byte[] pem) {
        try {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (found.isEmpty()) {
                throw new UnreadableException("Expected certificates in PEM, found none");
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException e) {
            throw new UnreadableException("Expected certificates in PEM", e);
        }
    }

    /** How many members must have signed. */
    public int leastEndorsers() {
        return leastEndorsers;
    }

    /** Whether this is a peer of a member. */
    boolean isPeer(SignedBy identity) {
        return members.vouchFor(identity) && bears(identity, "peer");
    }

    /** Whether this is anybody a member vouches for. */
    boolean isMember(SignedBy identity) {
        return members.vouchFor(identity);
    }

    /** Whether this is an orderer. */
    boolean isOrderer(SignedBy identity) {
        return orderers.vouchFor(identity) && bears(identity, "orderer");
    }

    private static boolean bears(SignedBy identity, String role) {
        var name = identity.certificate().getSubjectX500Principal().getName().toLowerCase(Locale.ROOT);
        return List.of(name.split("[,+]")).contains("ou=" + role);
    }

    /** The same few identities sign everything, so that a yes found once is kept: the authorities never change. */
    private static final class Authorities {
        private final Map<String, List<X509Certificate>> byMsp = new HashMap<>();
        private final Set<SignedBy> vouchedFor = ConcurrentHashMap.newKeySet();

        Authorities(Map<String, List<X509Certificate>> authorities) {
            authorities.forEach((msp, certificates) -> byMsp.put(msp, List.copyOf(certificates)));
        }

        boolean vouchFor(SignedBy identity) {
            if (vouchedFor.contains(identity)) {
                return true;
            }
            var vouched = byMsp.getOrDefault(identity.mspId(), List.of()).stream()
                    .anyMatch(authority -> signed(authority, identity.certificate()));
            if (vouched && vouchedFor.size() < KEPT_VERDICTS) {
                vouchedFor.add(identity);
            }
            return vouched;
        }

        private static boolean signed(X509Certificate authority, X509Certificate certificate) {
            if (authority.getBasicConstraints() < 0 || !authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                return false;
            }
            try {
                certificate.verify(authority.getPublicKey());
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
