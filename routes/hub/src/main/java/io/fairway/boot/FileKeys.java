package io.fairway.boot;

import io.fairway.boot.SigningSettings.Revocation;
import io.fairway.signing.KeyFolder;
import io.fairway.signing.KeyRing;
import io.fairway.signing.NoUsableKeyException;
import io.fairway.signing.OcspResponders;
import io.fairway.signing.Revocations;
import io.fairway.signing.SigningKey;
import io.fairway.signing.Suite;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.evidence.EvidenceContainer.Material;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.evidence.EvidenceUnavailableException;
import io.fairway.usecase.evidence.HubKeys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's keys in files and tokens, read again by {@link #refresh}, so that a new key takes over without a restart; what cannot be read
 * changes nothing.
 */
final class FileKeys implements HubKeys {
    private static final Logger LOG = LoggerFactory.getLogger(FileKeys.class);

    private final KeyFolder folder;
    private final SigningSettings settings;
    private final Optional<DevelopmentSigning> development;
    private final OcspResponders responders;
    private final Map<Suite, KeyRing> rings = new EnumMap<>(Suite.class);
    private Set<X509Certificate> seenValid = Set.of();
    private volatile Known known = new Known(List.of(), Set.of(), Revocations.NONE);

    private record Known(List<SigningKey> keys, Set<X509Certificate> roots, Revocations revocation) {
    }

    /** @param development makes what is missing; empty when the operator gave keys and timestamp authorities */
    FileKeys(KeyFolder folder, SigningSettings settings, Optional<DevelopmentSigning> development, OcspResponders responders) {
        this.folder = folder;
        this.settings = settings;
        this.development = development;
        this.responders = responders;
        for (Suite suite : Suite.values()) {
            rings.put(suite, new KeyRing(List.of()));
        }
    }

    /** Reads keys, roots, revocation lists and OCSP answers. */
    void read() throws IOException, GeneralSecurityException {
        Set<X509Certificate> roots = new HashSet<>(settings.configuredRoots());
        Revocations configured = settings.configuredRevocation();
        List<X509CRL> lists = new ArrayList<>(configured.lists());
        if (development.isPresent()) {
            roots.add(development.get().root());
            lists.add(development.get().revocationList());
        }
        List<SigningKey> keys = folder.keys();
        known = new Known(keys, Set.copyOf(roots), new Revocations(lists, configured.answers()));
        rings.forEach((suite, ring) -> ring.replace(keys.stream().filter(key -> key.suite() == suite).toList()));
    }

    /**
     * Reads again; trouble leaves what is known. Called by one thread.
     *
     * @param renewed what is to be done when a key is valid that was not the last time
     */
    void refresh(Instant now, Runnable renewed) {
        try {
            read();
            Set<X509Certificate> valid = known.keys().stream().filter(key -> key.isValidAt(now)).map(SigningKey::certificate)
                    .collect(Collectors.toUnmodifiableSet());
            if (!seenValid.containsAll(valid)) {
                renewed.run();
            }
            seenValid = valid;
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("The signing keys cannot be read again; those known stay in use: {}", e.getMessage());
        } catch (StoreUnavailableException e) {
            LOG.warn("What waits for a new key is looked at again later: {}", e.getMessage());
        }
    }

    @Override
    public SigningKey sealing(Suite suite, Instant now) {
        KeyRing ring = ring(suite);
        if (settings.keys().isEmpty() && ring.isEmpty()) {
            development.ifPresent(authority -> make(authority, suite));
        }
        return ring.current(now);
    }

    private KeyRing ring(Suite suite) {
        return Optional.ofNullable(rings.get(suite)).orElseThrow(() -> new NoUsableKeyException("No keys of " + suite));
    }

    private synchronized void make(DevelopmentSigning authority, Suite suite) {
        try {
            authority.makeSeal(suite);
            read();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a development seal of " + suite, e);
        }
    }

    @Override
    public Map<Suite, Duration> remaining(Instant now) {
        Map<Suite, Duration> remaining = new TreeMap<>();
        known.keys().forEach(key -> remaining.put(key.suite(), ring(key.suite()).remaining(now)));
        return remaining;
    }

    @Override
    public Material material() {
        Set<X509Certificate> certificates = certificates();
        OcspResponders.Asked asked = responders.about(certificates);
        if (settings.revocation() == Revocation.REQUIRED && !uncovered(asked).isEmpty()) {
            throw new EvidenceUnavailableException("Nobody says whether " + uncovered(asked).iterator().next().getSubjectX500Principal() + " is revoked");
        }
        return new Material(certificates, known.revocation().and(new Revocations(List.of(), asked.answers())));
    }

    @Override
    public Set<X509Certificate> unanswered() {
        return uncovered(responders.about(certificates()));
    }

    private Set<X509Certificate> uncovered(OcspResponders.Asked asked) {
        return asked.unanswered().stream().filter(certificate -> known.revocation().lists().stream().noneMatch(list ->
                list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))).collect(Collectors.toUnmodifiableSet());
    }

    private Set<X509Certificate> certificates() {
        Set<X509Certificate> certificates = new HashSet<>(known.roots());
        known.keys().forEach(key -> certificates.addAll(key.chain()));
        development.ifPresent(authority -> certificates.add(authority.timesCertificate()));
        return certificates;
    }

    @Override
    public Set<X509Certificate> roots() {
        return known.roots();
    }

    @Override
    public TrustPolicy trust() {
        return TrustPolicy.of(known.roots()).withTimestampers(known.roots()).withRevocation(known.revocation());
    }
}
