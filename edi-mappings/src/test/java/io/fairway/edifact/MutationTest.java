package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.fixture.Fixtures;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged input is read to its end and answered, whatever the damage: 200 variants of each sample, the same ones in every run. */
class MutationTest {
    private static final int VARIANTS = 200;
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUB", "LINE", "MU0001", Instant.EPOCH, Environment.LIVE,
            ZoneOffset.UTC);
    private static final byte[] FAVOURITES = {'\'', '+', ':', '?', '*', 'U', 'N', 'B', 'T', '\n', ' ', 0, 0x1B, (byte) 0xC3, (byte) 0xFF, '9'};

    @ParameterizedTest
    @ValueSource(strings = {"edifact/cuscar_d95b_import_cargo_report.edi", "edifact/codeco_d95b_gate_in_out.edi",
        "edifact/cusdec_d96b_import.edi", "edifact/contrl_reject.edi", "edifact/coreor_d00b_release_order.edi",
        "edifact/iftmcs_d99b_bill_of_lading.edi", "edifact/faulty/functional-groups.edi", "edifact/faulty/two-interchanges.edi",
        "edifact/faulty/una-other-characters.edi", "edifact/faulty/two-packages-syntax-4.edi", "edifact/faulty/utf-8-under-unoy.edi",
        "edifact/faulty/japanese-under-unox.edi"})
    void readsDamagedInputToItsEnd(String sample) {
        var sound = Fixtures.bytes(sample);
        var random = new Random(sample.hashCode());

        for (int variant = 0; variant < VARIANTS; variant++) {
            var damaged = damage(sound, random);
            var heard = Recording.of(damaged);

            assertThat(heard.reports()).hasSameSizeAs(heard.heads());
            assertThat(heard.verdicts()).hasSameSizeAs(heard.messages());
            assertThat(heard.structure().stream().filter(event -> event.startsWith("{")).count())
                    .isEqualTo(heard.structure().stream().filter(event -> event.startsWith("}")).count());
            heard.reports().forEach(report ->
                    assertThat(new ContrlWriter(WritingSyntax.UNOC_3).write(report, ENVELOPE)).isNotEmpty());
            assertThat(heard.findings()).allSatisfy(finding -> {
                assertThat(finding.found()).hasSizeLessThanOrEqualTo(70).doesNotContainPattern("\\p{Cntrl}");
                assertThat(finding.place().offset()).isBetween(0L, (long) damaged.length);
                assertThat(finding.place().line()).isPositive();
                assertThat(finding.place().column()).isPositive();
            });
        }
    }

    private static byte[] damage(byte[] sound, Random random) {
        var damaged = sound;
        for (int fault = random.nextInt(4); fault >= 0; fault--) {
            var target = new ByteArrayOutputStream(damaged.length + 64);
            int at = random.nextInt(damaged.length + 1);
            int length = Math.min(damaged.length - at, random.nextInt(40));
            target.write(damaged, 0, at);
            switch (random.nextInt(5)) {
                case 0 -> target.write(damaged, at + length, damaged.length - at - length);
                case 1 -> {
                    target.write(FAVOURITES[random.nextInt(FAVOURITES.length)]);
                    target.write(damaged, at, damaged.length - at);
                }
                case 2 -> {
                    target.write(random.nextInt(256));
                    target.write(damaged, Math.min(at + 1, damaged.length), damaged.length - Math.min(at + 1, damaged.length));
                }
                case 3 -> {
                    target.write(damaged, at, length);
                    target.write(damaged, at, damaged.length - at);
                }
                default -> {
                    int from = random.nextInt(damaged.length + 1);
                    target.write(damaged, from, damaged.length - from);
                }
            }
            damaged = target.size() == 0 ? sound : target.toByteArray();
        }
        return damaged;
    }
}
