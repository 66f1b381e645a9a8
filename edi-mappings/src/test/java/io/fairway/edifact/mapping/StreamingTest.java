package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamingTest {
    private static final int CONSIGNMENTS = 5000;
    private static final long ALLOWED_GROWTH_BYTES = 3_000_000;

    @Test
    void readsFiveThousandConsignmentsOneByOneInFlatMemory() throws IOException {
        byte[] bytes = Voyages.cuscar(CONSIGNMENTS, 7);
        var counting = new CountingHandler();

        try (var input = new CountedInput(bytes, counting)) {
            new EdifactDocuments().read(input, Reading.PROFILE, counting);
        }

        assertThat(counting.errors).isEmpty();
        assertThat(counting.bills).hasSize(CONSIGNMENTS);
        assertThat(counting.verdict).containsExactly(ReadingHandler.Verdict.CLEAN);
        assertThat(counting.bytesReadAtFirstPart).isLessThan(bytes.length / 2L);
        assertThat(counting.usedLate - counting.usedEarly).isLessThan(ALLOWED_GROWTH_BYTES);
    }

    @Test
    void givesEachConsignmentItsOwnContainersOnly() {
        List<Shipment> shipments = Voyages.shipments(50, 3);

        Reading reading = Reading.of(Voyages.cuscar(shipments, "MANY"));

        assertThat(reading.parts).hasSize(50);
        for (int i = 0; i < 50; i++) {
            var consignment = reading.part(i, Manifest.class).consignments().getFirst();
            assertThat(consignment.bill().value()).isEqualTo(shipments.get(i).bill());
            assertThat(consignment.containers()).extracting(ManifestedContainer::number).hasToString("[" + shipments.get(i).container() + "]");
        }
    }

    private static final class CountedInput extends FilterInputStream {
        private final CountingHandler handler;

        CountedInput(byte[] bytes, CountingHandler handler) {
            super(new ByteArrayInputStream(bytes));
            this.handler = handler;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            handler.bytesRead += Math.max(count, 0);
            return count;
        }
    }

    /** Keeps bill numbers only, and looks at the heap early and late. */
    private static final class CountingHandler implements ReadingHandler {
        private final Set<String> bills = new HashSet<>();
        private final List<Finding> errors = new ArrayList<>();
        private final List<Verdict> verdict = new ArrayList<>();
        private long bytesRead;
        private long bytesReadAtFirstPart;
        private long usedEarly;
        private long usedLate;

        @Override
        public void interchangeStarted(Envelope envelope) {
            // the verdict is enough
        }

        @Override
        public void messageStarted(MessageHead message) {
            // the verdict is enough
        }

        @Override
        public void part(Document document, Lineage lineage) {
            bills.add(((Manifest) document).consignments().getFirst().bill().value());
            if (bills.size() == 1) {
                bytesReadAtFirstPart = bytesRead;
            } else if (bills.size() == 500) {
                usedEarly = usedHeap();
            } else if (bills.size() == CONSIGNMENTS - 500) {
                usedLate = usedHeap();
            }
        }

        private static long usedHeap() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }

        @Override
        public void finding(Finding finding) {
            if (finding.isError()) {
                errors.add(finding);
            }
        }

        @Override
        public void messageEnded(MessageHead message, Verdict ended) {
            verdict.add(ended);
        }

        @Override
        public void interchangeEnded(Envelope envelope, Verdict ended, SyntaxReport report) {
            // the message's verdict is enough
        }
    }
}
