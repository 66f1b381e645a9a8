package io.fairway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.signing.BatchTimestamps.Proof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One timestamp for many documents. */
class BatchTimestampsTest {
    private static final TrustPolicy POLICY = TrustPolicy.of(Set.of())
            .withTimestampers(Set.of(Pki.SHARED.authority().root().certificate()));

    private final AtomicInteger asked = new AtomicInteger();
    private final TimestampAuthority authority = digest -> {
        asked.incrementAndGet();
        return Pki.SHARED.timeAt(Pki.NOW).stamp(digest);
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 101})
    void provesEachOfABatchByOneTimestamp(int size) throws IOException {
        List<byte[]> documents = documents(size);

        List<byte[]> records = BatchTimestamps.stamp(documents, authority);

        assertThat(asked).hasValue(1);
        assertThat(records).hasSize(size);
        for (int each = 0; each < size; each++) {
            assertThat(check(records.get(each), documents.get(each))).isEqualTo(new Proof.Proven(Pki.NOW));
        }
    }

    @Test
    void provesNothingOfAnotherDocumentNorWithAChangedRecordNorByAnUntrustedAuthority() throws IOException {
        List<byte[]> documents = documents(5);
        List<byte[]> records = BatchTimestamps.stamp(documents, authority);

        assertThat(check(records.getFirst(), documents.getLast())).isInstanceOf(Proof.Unproven.class);
        assertThat(check(records.getFirst(), "other".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Proof.Unproven.class);
        assertThat(check(new byte[0], documents.getFirst())).isInstanceOf(Proof.Unproven.class);
        assertThat(BatchTimestamps.check(records.getFirst(), documents.getFirst(), TrustPolicy.of(Set.of()), Pki.NOW)).isInstanceOf(Proof.Unproven.class);
        assertThat(BatchTimestamps.check(records.getFirst(), documents.getFirst(), POLICY, Pki.NOW.minusSeconds(60))).isInstanceOf(Proof.Unproven.class);
    }

    @Test
    void findsEveryFlippedByteOfADocument() throws IOException {
        List<byte[]> documents = documents(3);
        byte[] record = BatchTimestamps.stamp(documents, authority).get(1);

        for (int place = 0; place < documents.get(1).length; place++) {
            byte[] flipped = documents.get(1).clone();
            flipped[place] ^= 1;
            assertThat(check(record, flipped)).isInstanceOf(Proof.Unproven.class);
        }
    }

    private static Proof check(byte[] record, byte[] document) {
        return BatchTimestamps.check(record, document, POLICY, Pki.NOW.plusSeconds(1));
    }

    private static List<byte[]> documents(int size) {
        return IntStream.range(0, size).mapToObj(each -> ("document " + each).getBytes(StandardCharsets.UTF_8)).toList();
    }
}
