package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.fixture.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamingTest {
    private static final int BILLS = 9999;
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void needsNoMoreMemoryForAManifestOfTenThousandBills() throws IOException {
        var manifest = Fixtures.text("edifact/cuscar_d95b_import_cargo_report.edi");
        int first = manifest.indexOf("CNI+1");
        int second = manifest.indexOf("CNI+2");
        int trailer = manifest.indexOf("UNT+");
        var bill = manifest.substring(first, second);
        long segments = count(manifest.substring(manifest.indexOf("UNH"), first)) + (long) BILLS * count(bill) + 1;
        var end = manifest.substring(trailer).replace("UNT+51", "UNT+" + segments);
        var input = stream(Stream.of(Stream.of(manifest.substring(0, first)), IntStream.range(0, BILLS).mapToObj(number -> bill),
                Stream.of(end)).flatMap(part -> part));

        var measured = new Measuring();
        new EdifactReader().read(input, Recording.PLAIN, measured);

        assertThat(measured.bills).isEqualTo(BILLS);
        assertThat(measured.verdicts).containsExactly(Verdict.CLEAN);
        assertThat(bill.length() * (long) BILLS).isGreaterThan(4 * MEGABYTE);
        assertThat(measured.largest - measured.first).as("growth of the heap in use, bytes").isLessThan(2 * MEGABYTE);
    }

    private static int count(String segments) {
        return (int) segments.chars().filter(character -> character == '\'').count();
    }

    private static InputStream stream(Stream<String> parts) {
        var texts = parts.iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return texts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(texts.next().getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    /** Looks at the heap now and then while the message is read. */
    private static final class Measuring implements InterchangeHandler, SegmentHandler {
        private final List<Verdict> verdicts = new ArrayList<>();
        private int bills;
        private long first;
        private long largest;

        @Override
        public void groupStarted(String trigger, int depth) {
            if (trigger.equals("CNI")) {
                bills++;
                if (bills % 2000 == 1) {
                    measure();
                }
            }
        }

        private void measure() {
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            // what other tests left behind may still go away, which is no growth
            first = first == 0 ? used : first;
            largest = Math.max(largest, used);
        }

        @Override
        public void segment(Segment segment) {
            segment.text(1);
        }

        @Override
        public void groupEnded(String trigger, int depth) {
            // counted when it starts
        }

        @Override
        public void interchangeStarted(InterchangeHead interchange) {
            // one message is all there is
        }

        @Override
        public Optional<SegmentHandler> messageStarted(MessageHead message) {
            return Optional.of(this);
        }

        @Override
        public void finding(Finding finding) {
            // the sample has warnings of codes
        }

        @Override
        public void messageEnded(MessageHead message, int segments, Verdict verdict) {
            verdicts.add(verdict);
        }

        @Override
        public void interchangeEnded(InterchangeHead interchange, Verdict verdict, SyntaxReport report) {
            // one message is all there is
        }
    }
}
