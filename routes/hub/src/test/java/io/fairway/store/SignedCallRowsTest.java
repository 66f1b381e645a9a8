package io.fairway.store;

import static io.fairway.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.usecase.Digests;
import io.fairway.usecase.PartyId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreServer.class)
class SignedCallRowsTest {
    private static final PartyId CALLER = new PartyId("CALLER-A");

    private final DatabaseAccess access;
    private final JdbcSignedCalls calls;
    private final byte[] digest = HexFormat.of().parseHex(Digests.of(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)).value());

    SignedCallRowsTest(Database database, DatabaseAccess access) {
        this.access = access;
        this.calls = new JdbcSignedCalls(new JdbcTransactions(database));
    }

    @Test
    void rememberACallAcrossAStartAndForAnotherHub() {
        assertThat(calls.firstSeen(digest, CALLER, NOW, NOW.plusSeconds(300))).isTrue();

        try (Database otherHub = Database.open(access, 1)) {
            var afterAStart = new JdbcSignedCalls(new JdbcTransactions(otherHub));
            assertThat(afterAStart.firstSeen(digest, CALLER, NOW, NOW.plusSeconds(300))).isFalse();
        }
    }

    @Test
    void letOneOfManyAtOnceThrough() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> call = () -> calls.firstSeen(digest, CALLER, NOW, NOW.plusSeconds(300));
            assertThat(threads.invokeAll(Collections.nCopies(20, call)).stream().map(Future::resultNow).filter(first -> first)).hasSize(1);
        }
    }

    @Test
    void forgetACallOnlyWhenNoClockCouldTakeItForFresh() {
        var ends = NOW.plusSeconds(300);
        calls.firstSeen(digest, CALLER, NOW, ends);
        assertThat(calls.firstSeen(digest, CALLER, NOW.plus(Duration.ofDays(1)), ends)).as("a day later by a moved clock").isFalse();
        assertThat(calls.firstSeen(digest, CALLER, NOW, ends)).as("and back").isFalse();

        calls.firstSeen(new byte[32], CALLER, NOW.plus(Duration.ofDays(4)), ends);
        assertThat(calls.firstSeen(digest, CALLER, NOW.plus(Duration.ofDays(4)), ends)).isTrue();
    }
}
