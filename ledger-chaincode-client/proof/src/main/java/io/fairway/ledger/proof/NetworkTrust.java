package io.fairway.ledger.proof;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        this(new Authorities(members, Optional.empty()), new Authorities(orderers, Optional.empty()), leastEndorsers);
        if (leastEndorsers < 1 || leastEndorsers > members.size()) {
            throw new IllegalArgumentException("Between 1 and all of " + members.size() + " members sign, found " + leastEndorsers);
        }
    }

    private NetworkTrust(Authorities members, Authorities orderers, int leastEndorsers) {
        this.members = members;
        this.orderers = orderers;
        this.leastEndorsers = leastEndorsers;
    }

    /** The same trust; signatures are checked by this provider of ECDSA instead of the platform's own, which some do faster. */
    public NetworkTrust checkedBy(Provider provider) {
        return new NetworkTrust(new Authorities(members.byMsp, Optional.of(provider)), new Authorities(orderers.byMsp, Optional.of(provider)),
                leastEndorsers);
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

    /** The peer of a member that this is, if it is one. */
    Optional<SignedBy> peer(SignedBy identity) {
        return members.known(identity).filter(known -> bears(known, "peer"));
    }

    /** Whoever a member vouches for that this is, if it is one. */
    Optional<SignedBy> member(SignedBy identity) {
        return members.known(identity);
    }

    /** The orderer that this is, if it is one. */
    Optional<SignedBy> orderer(SignedBy identity) {
        return orderers.known(identity).filter(known -> bears(known, "orderer"));
    }

    private static boolean bears(SignedBy identity, String role) {
        var name = identity.certificate().getSubjectX500Principal().getName().toLowerCase(Locale.ROOT);
        return List.of(name.split("[,+]")).contains("ou=" + role);
    }

    /** The same few identities sign everything, so that who was found vouched for is kept, certificate read: the authorities never change. */
    private static final class Authorities {
        private final Map<String, List<X509Certificate>> byMsp = new HashMap<>();
        private final Map<SignedBy, SignedBy> vouchedFor = new ConcurrentHashMap<>();
        private final Optional<Provider> provider;

        Authorities(Map<String, List<X509Certificate>> authorities, Optional<Provider> provider) {
            this.provider = provider;
            authorities.forEach((msp, certificates) -> byMsp.put(msp, List.copyOf(certificates)));
        }

        Optional<SignedBy> known(SignedBy identity) {
            var known = Optional.ofNullable(vouchedFor.get(identity));
            if (known.isPresent()) {
                return known;
            }
            var vouched = byMsp.getOrDefault(identity.mspId(), List.of()).stream().anyMatch(authority -> signed(authority, identity));
            if (!vouched) {
                return Optional.empty();
            }
            var checked = provider.map(identity::checkedBy).orElse(identity);
            if (vouchedFor.size() < KEPT_VERDICTS) {
                vouchedFor.put(checked, checked);
            }
            return Optional.of(checked);
        }

        private static boolean signed(X509Certificate authority, SignedBy identity) {
            try {
                var certificate = identity.certificate();
                if (authority.getBasicConstraints() < 0 || !authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                    return false;
                }
                certificate.verify(authority.getPublicKey());
                return true;
            } catch (GeneralSecurityException | UnreadableException e) {
                return false;
            }
        }
    }
}
