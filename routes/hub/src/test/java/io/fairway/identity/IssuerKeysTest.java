package io.fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The keys of an outside issuer, with a clock that is moved by hand. */
class IssuerKeysTest {
    private static final JWK OLD = key("old");
    private static final JWK NEW = key("new");

    private final List<JWK> published = new CopyOnWriteArrayList<>(List.of(OLD));
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-03-02T01:15:00Z");
    private volatile boolean away;
    private final IssuerKeys keys = new IssuerKeys(this::fetch, () -> now);

    private JWKSet fetch() throws IOException {
        fetches.incrementAndGet();
        if (away) {
            throw new IOException("refused");
        }
        return new JWKSet(List.copyOf(published));
    }

    @Test
    void asksOnceForManyTokens() throws KeySourceException {
        for (int i = 0; i < 1_000; i++) {
            assertThat(find("old")).hasSize(1);
        }

        assertThat(fetches).hasValue(1);
    }

    @Test
    void findsANewKeyAtOnceAndRefusesARemovedOneWithinFiveMinutes() throws KeySourceException {
        assertThat(find("old")).hasSize(1);
        published.addFirst(NEW);
        now = now.plusSeconds(2);
        assertThat(find("new")).hasSize(1);

        published.remove(OLD);
        assertThat(find("old")).hasSize(1);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(find("old")).isEmpty();
        assertThat(find("new")).hasSize(1);
    }

    @Test
    void aStormOfInventedKeysReachesTheIssuerOncePerSecond() throws Exception {
        assertThat(find("old")).hasSize(1);
        Instant start = now;
        long real = System.nanoTime();

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> storm = IntStream.range(0, 150).<Callable<Integer>>mapToObj(i -> () -> {
                now = start.plusNanos(System.nanoTime() - real);
                return find("invented-" + i).size();
            }).toList();
            for (Future<Integer> answer : callers.invokeAll(storm)) {
                assertThat(answer.get()).isZero();
            }
        }
        long seconds = Duration.ofNanos(System.nanoTime() - real).toSeconds();

        assertThat(fetches.get()).isLessThanOrEqualTo((int) seconds + 3);
        assertThat(find("old")).hasSize(1);
    }

    @Test
    void keysTurnOverUnderLoadWithoutAFailedLookup() throws InterruptedException, ExecutionException {
        Instant start = now;
        long real = System.nanoTime();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> load = IntStream.range(0, 400).<Callable<Integer>>mapToObj(i -> () -> {
                now = start.plusNanos(System.nanoTime() - real);
                if (i == 100) {
                    published.addFirst(NEW);
                }
                return find(published.getFirst().getKeyID()).size();
            }).toList();
            for (Future<Integer> answer : callers.invokeAll(load)) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void goesOnWithWhatItKnowsWhileTheIssuerIsAwayButNotForEver() throws KeySourceException {
        assertThat(find("old")).hasSize(1);
        away = true;

        for (int minutes = 0; minutes < 235; minutes += 5) {
            now = now.plus(Duration.ofMinutes(5));
            assertThat(find("old")).as("after %d minutes", minutes + 5).hasSize(1);
        }
        assertThat(fetches.get()).isLessThan(60);
        now = now.plus(Duration.ofMinutes(30));
        assertThatThrownBy(() -> find("old")).isInstanceOf(KeySourceException.class);

        away = false;
        now = now.plusSeconds(5);
        assertThat(find("old")).hasSize(1);
    }

    @Test
    void saysThatTheIssuerIsAwayWhenItNeverWasThere() {
        away = true;

        assertThatThrownBy(() -> find("old")).isInstanceOf(KeySourceException.class).hasMessageContaining("cannot be asked");
    }

    private List<JWK> find(String keyId) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(keyId).build()), null);
    }

    private static JWK key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toPublicJWK();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
