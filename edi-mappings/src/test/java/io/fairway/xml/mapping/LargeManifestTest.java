package io.fairway.xml.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.Manifest;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.fixture.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A manifest is passed on as it arrives: what the reader holds back does not grow with the number of consignments. */
class LargeManifestTest {
    private static final int CONSIGNMENTS = 5000;
    /** The consignment kept back, the one being read, and the buffers in between. */
    private static final long BYTES_HELD_AT_MOST = 64 * 1024;

    /** Makes the sample manifest with many consignments while it is being read. */
    private static final class Arriving extends InputStream {
        private static final String SAMPLE = new String(Fixtures.bytes("xml/MT1101_original_manifest.xml"), StandardCharsets.UTF_8);
        private static final int FROM = SAMPLE.indexOf("    <Consignment>");
        private static final int TO = SAMPLE.indexOf("  </Declaration>");

        private byte[] chunk = SAMPLE.substring(0, FROM).getBytes(StandardCharsets.UTF_8);
        private int at;
        private int made;
        private long given;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == chunk.length && !refill()) {
                return -1;
            }
            int count = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, target, offset, count);
            at += count;
            given += count;
            return count;
        }

        private boolean refill() {
            if (made > CONSIGNMENTS) {
                return false;
            }
            made++;
            String next = made > CONSIGNMENTS ? SAMPLE.substring(TO) : SAMPLE.substring(FROM, TO).replace("2600171", "%07d".formatted(made));
            chunk = next.getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }
    }

    @Test
    void eachConsignmentIsPassedOnBeforeTheNextButOneIsRead() throws IOException {
        var arriving = new Arriving();
        int consignmentBytes = Arriving.TO - Arriving.FROM;
        var parts = new AtomicInteger();
        ReadingHandler counting = new ReadingHandler() {
            @Override
            public void part(Document document, Lineage lineage) {
                int number = parts.incrementAndGet();
                assertThat(((Manifest) document).consignments()).singleElement()
                        .satisfies(consignment -> assertThat(consignment.bill().value()).endsWith("%07d".formatted(number)));
                assertThat(arriving.given - Arriving.FROM - (long) number * consignmentBytes).isLessThan(BYTES_HELD_AT_MOST);
            }

            @Override
            public void interchangeStarted(Envelope envelope) {
                assertThat(parts).hasValue(0);
            }

            @Override
            public void messageStarted(MessageHead message) {
                assertThat(parts).hasValue(0);
            }

            @Override
            public void finding(Finding finding) {
                throw new AssertionError(finding.toString());
            }

            @Override
            public void messageEnded(MessageHead message, Verdict verdict) {
                assertThat(verdict).isEqualTo(Verdict.CLEAN);
            }

            @Override
            public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
                assertThat(parts).hasValue(CONSIGNMENTS);
            }
        };

        new XmlDocuments().read(arriving, Reading.PROFILE, counting);

        assertThat(parts).hasValue(CONSIGNMENTS);
    }
}
