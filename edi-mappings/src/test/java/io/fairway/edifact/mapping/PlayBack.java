package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.finding.Finding;
import java.time.Instant;
import java.util.Set;
import java.util.function.LongFunction;

/** Writes generated documents in a dialect and reads them back: the same document, nothing found, the same bytes each time. */
final class PlayBack {
    static final int SEEDS = 40;
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUB", "HUBLINE", "FW0001",
            Instant.parse("2026-03-02T01:15:00Z"), Environment.TEST, Reading.SHANGHAI);

    private PlayBack() {
    }

    /** @param agreed codes that the sides use by agreement although the directory does not list them */
    static void of(String dialect, Set<String> agreed, LongFunction<Document> make) {
        DocumentWriter writer = Writers.named(dialect);
        for (int seed = 0; seed < SEEDS; seed++) {
            Document document = make.apply(seed);

            byte[] bytes = writer.write(document, ENVELOPE);
            Reading reading = Reading.of(bytes);

            assertThat(reading.findings).as("seed %d of %s", seed, dialect).filteredOn(finding -> !isAgreed(finding, agreed)).isEmpty();
            assertThat(reading.interchanges).containsExactly(Verdict.CLEAN);
            assertThat(reading.parts).as("seed %d of %s", seed, dialect).containsExactly(document);
            assertThat(writer.write(document, ENVELOPE)).isEqualTo(bytes);
        }
    }

    private static boolean isAgreed(Finding finding, Set<String> agreed) {
        return finding.code().equals("CODE_NOT_IN_LIST") && agreed.contains(finding.found());
    }
}
