package io.fairway.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chains that were built before. That each certificate of a chain signed the next does not change; when they are valid is looked at again each time,
 * and what is between has to be at hand again, so that a verdict never depends on what was verified before.
 */
final class KnownChains {
    private final Remembered<Key, List<X509Certificate>> chains = new Remembered<>();

    private record Key(X509Certificate leaf, Set<X509Certificate> trusted) {
        private Key {
            trusted = Set.copyOf(trusted);
        }
    }

    /** The chain of a leaf to one of these, the leaf first; empty when none is known that is valid then. */
    Optional<List<X509Certificate>> find(X509Certificate leaf, Set<X509Certificate> trusted, Collection<X509Certificate> others, Instant at) {
        return chains.find(new Key(leaf, trusted))
                .filter(chain -> others.containsAll(chain.subList(1, chain.size() - 1)))
                .filter(chain -> chain.subList(0, chain.size() - 1).stream().allMatch(each -> isValid(each, at)));
    }

    private static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant()) && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    /** @param chain the leaf first, the trusted certificate last */
    void keep(Set<X509Certificate> trusted, List<X509Certificate> chain) {
        chains.keep(new Key(chain.getFirst(), trusted), List.copyOf(chain));
    }
}
