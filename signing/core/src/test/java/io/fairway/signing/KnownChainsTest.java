package io.fairway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A chain that was built before counts again only where it would be built again. */
class KnownChainsTest {
    private static final Pki PKI = Pki.SHARED;
    private static final X509Certificate ROOT = PKI.authority().root().certificate();
    private static final X509Certificate LEAF = PKI.carrier().certificate();
    private static final Instant LATER = Pki.NOW.plus(Duration.ofDays(3 * 365));

    @Test
    void standsForTheSameTrustWhatIsBetweenAndATimeWithinItsValidity() throws Exception {
        X509Certificate between = PKI.other().certificate();
        var known = new KnownChains();
        known.keep(Set.of(ROOT), List.of(LEAF, between, ROOT));

        assertThat(known.find(LEAF, Set.of(ROOT), List.of(ROOT, between), Pki.NOW)).contains(List.of(LEAF, between, ROOT));
        assertThat(known.find(LEAF, Set.of(ROOT), List.of(ROOT), Pki.NOW)).isEmpty();
        assertThat(known.find(LEAF, Set.of(between), List.of(ROOT, between), Pki.NOW)).isEmpty();
        assertThat(known.find(LEAF, Set.of(ROOT, between), List.of(ROOT, between), Pki.NOW)).isEmpty();
        assertThat(known.find(between, Set.of(ROOT), List.of(ROOT, between), Pki.NOW)).isEmpty();
        assertThat(known.find(LEAF, Set.of(ROOT), List.of(ROOT, between), LATER)).isEmpty();
        assertThat(known.find(LEAF, Set.of(ROOT), List.of(ROOT, between), LEAF.getNotBefore().toInstant().minusMillis(1))).isEmpty();
    }
}
