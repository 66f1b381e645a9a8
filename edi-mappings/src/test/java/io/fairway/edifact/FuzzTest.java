package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.edifact.mapping.EdifactDocuments;
import io.fairway.fixture.Fixtures;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes are, reading them into documents ends, soon, with every interchange, message and group that was begun also
 * ended. Runs for 20 seconds; {@code -Dfairway.fuzz.seconds=3600 -Dfairway.fuzz.seed=…} for longer and otherwise. A failure names its seed.
 */
@Tag("long")
class FuzzTest {
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("fairway.fuzz.seconds", 20));
    private static final long FIRST_SEED = Long.getLong("fairway.fuzz.seed", 1);
    private static final long LONGEST_READING_MILLISECONDS = 5_000;
    private static final byte[] SERVICE = {'\'', '+', ':', '?', '*', 'U', 'N', 'B', 'Z', 'T', 'H', 'A', '\r', '\n', ' ', 0, 0x1B, 0x1A,
        (byte) 0xFF, (byte) 0xC3};
    private static final List<String> SAMPLES = List.of("edifact/cuscar_d95b_import_cargo_report.edi", "edifact/cuscar_d16a_house_report.edi",
            "edifact/cusdec_d96b_import.edi", "edifact/cusres_d96b_accept_exam_release.edi", "edifact/cusrep_d95b_arrival.edi",
            "edifact/coreor_d00b_release_order.edi", "edifact/codeco_d95b_gate_in_out.edi", "edifact/coarri_d95b_discharge_report.edi",
            "edifact/coprar_d00b_discharge_order.edi", "edifact/copino_d95b_pickup_preadvice.edi", "edifact/baplie_d95b_bayplan.edi",
            "edifact/iftmcs_d99b_bill_of_lading.edi", "edifact/iftmin_d99b_shipping_instruction.edi", "edifact/iftdgn_d98b_dangerous_goods.edi",
            "edifact/iftsta_d00b_status.edi", "edifact/paxlst_d02b_crew.edi", "edifact/berman_d04a_berth_request.edi",
            "edifact/aperak_d96b_business_reject.edi", "edifact/contrl_reject.edi", "edifact/faulty/functional-groups.edi",
            "edifact/faulty/una-other-characters.edi", "edifact/faulty/japanese-under-unox.edi", "edifact/faulty/utf-8-under-unoy.edi",
            "edifact/faulty/two-packages-syntax-4.edi", "edifact/faulty/hard-wrapped.edi");

    @Test
    void readsAnyBytesToTheirEnd() {
        var samples = SAMPLES.stream().map(Fixtures::bytes).toList();
        var documents = new EdifactDocuments();
        long end = System.nanoTime() + TIME.toNanos();
        long seed = FIRST_SEED;
        for (; System.nanoTime() < end; seed++) {
            var random = new Random(seed);
            var input = random.nextInt(5) == 0 ? noise(random) : damaged(samples.get(random.nextInt(samples.size())), random);
            var counting = new Counting();
            long begun = System.nanoTime();
            assertThatCode(() -> documents.read(new ByteArrayInputStream(input), Recording.PLAIN, counting)).as("seed %s", seed)
                    .doesNotThrowAnyException();
            assertThat((System.nanoTime() - begun) / 1_000_000).as("milliseconds, seed %s", seed).isLessThan(LONGEST_READING_MILLISECONDS);
            assertThat(counting.open).as("left open, seed %s", seed).isZero();
        }
        assertThat(seed).isGreaterThan(FIRST_SEED);
    }

    private static byte[] noise(Random random) {
        var bytes = new byte[random.nextInt(3_000)];
        random.nextBytes(bytes);
        for (int i = 0; random.nextBoolean() && i < bytes.length; i += 1 + random.nextInt(9)) {
            bytes[i] = SERVICE[random.nextInt(SERVICE.length)];
        }
        return bytes;
    }

    private static byte[] damaged(byte[] sound, Random random) {
        var bytes = sound.clone();
        for (int fault = random.nextInt(12); fault >= 0; fault--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = SERVICE[random.nextInt(SERVICE.length)];
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> {
                    int length = Math.min(random.nextInt(200), bytes.length - at);
                    int to = random.nextInt(bytes.length - length + 1);
                    System.arraycopy(bytes.clone(), at, bytes, to, length);
                }
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, bytes.length - random.nextInt(30)));
            }
        }
        return bytes;
    }

    /** Counts what is open. */
    private static final class Counting implements ReadingHandler {
        private int open;

        @Override
        public void interchangeStarted(Envelope envelope) {
            open++;
        }

        @Override
        public void messageStarted(MessageHead message) {
            open++;
        }

        @Override
        public void part(Document document, Lineage lineage) {
            assertThat(open).isGreaterThanOrEqualTo(2);
        }

        @Override
        public void finding(Finding finding) {
            assertThat(finding.found()).hasSizeLessThanOrEqualTo(70);
        }

        @Override
        public void messageEnded(MessageHead message, Verdict verdict) {
            open--;
        }

        @Override
        public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
            open--;
        }
    }
}
