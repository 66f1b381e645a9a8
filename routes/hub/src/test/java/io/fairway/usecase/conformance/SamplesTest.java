package io.fairway.usecase.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.dialect.Dialects;
import io.fairway.document.Document;
import io.fairway.document.DocumentReader;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.code.CodeLists;
import io.fairway.document.finding.Finding;
import io.fairway.identity.ConfiguredParties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What newcomers are given is sound where it says so, and refused by a reader by the standard where it does not: by ours. */
class SamplesTest {
    private static final Dialects DIALECTS = Dialects.builtIn(CodeLists.NONE);
    private static final Samples SAMPLES = new Samples(DIALECTS.readers());
    private static final List<String> ANSWERS = List.of("SyntaxReport", "ContentReport");

    /** Every document and dialect that a party of the development hub is told. */
    static Stream<Map.Entry<String, String>> told() {
        return ConfiguredParties.development(Optional.empty(), ZoneOffset.UTC).all().stream().flatMap(party -> party.dialects().entrySet().stream())
                .filter(told -> !ANSWERS.contains(told.getKey())).distinct();
    }

    @ParameterizedTest
    @MethodSource("told")
    void writesASoundMessageAndMutationsThatAReaderRefuses(Map.Entry<String, String> told) throws IOException {
        Document sample = SAMPLES.of(told.getKey()).orElseThrow();
        DocumentWriter writer = DIALECTS.writers().stream().filter(each -> each.dialect().equals(told.getValue())).findFirst().orElseThrow();
        byte[] sound = writer.write(sample, new OutboundEnvelope("FAIRWAY", "NEWCOMER", "CF0001", Instant.parse("2026-03-02T09:15:00Z"),
                Environment.TEST, ZoneOffset.UTC));

        assertThat(faults(sound)).isEmpty();
        assertThat(Mutations.of(sound, writer.mediaType())).isNotEmpty().allSatisfy(mutated ->
                assertThat(faults(mutated.bytes())).as(mutated.name()).isNotEmpty());
    }

    private static List<Finding> faults(byte[] bytes) throws IOException {
        var found = new ArrayList<Finding>();
        DocumentReader reader = DIALECTS.readers().stream().filter(each -> each.recognises(bytes)).findFirst().orElseThrow();
        reader.read(new ByteArrayInputStream(bytes), new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of()), new ReadingHandler() {
            @Override
            public void interchangeStarted(Envelope envelope) {
                // findings only
            }

            @Override
            public void messageStarted(MessageHead message) {
                // findings only
            }

            @Override
            public void part(Document document, Lineage lineage) {
                // findings only
            }

            @Override
            public void finding(Finding finding) {
                if (finding.isError()) {
                    found.add(finding);
                }
            }

            @Override
            public void messageEnded(MessageHead message, Verdict verdict) {
                // findings only
            }

            @Override
            public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
                // findings only
            }
        });
        return found;
    }
}
