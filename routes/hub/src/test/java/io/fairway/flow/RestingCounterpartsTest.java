package io.fairway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.ReadingProfile;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.SignedImage;
import io.fairway.usecase.registry.CounterpartTrouble;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RestingCounterpartsTest {
    private static final PartyId TERMINAL = new PartyId("HUBTERM");
    private static final PartyId LINE = new PartyId("HUBLINE");
    private static final int USUAL = 16;

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private boolean answers;
    private final RestingCounterparts counterparts = new RestingCounterparts(
            (recipient, id, image, trace) -> answers ? new SendOutcome.Receipted(new byte[0]) : new SendOutcome.NotReceipted("Status 500"),
            Duration.ofSeconds(1), Duration.ofSeconds(30), () -> now);

    @Test
    void leavesOneInPeaceThatFailedSeveralTimesInARowAndNobodyElse() {
        fail(4);
        assertThat(counterparts.mostAtOnce(TERMINAL, USUAL)).isEqualTo(USUAL);
        fail(1);

        assertThat(counterparts.mostAtOnce(TERMINAL, USUAL)).isZero();
        assertThat(counterparts.mostAtOnce(LINE, USUAL)).isEqualTo(USUAL);
    }

    @Test
    void asksWithOneMessageAfterTheRestAndRestsLongerEachTimeButNotForEver() {
        fail(5);
        now = now.plusSeconds(1);
        assertThat(counterparts.mostAtOnce(TERMINAL, USUAL)).isEqualTo(1);

        fail(1);
        now = now.plusSeconds(1);
        assertThat(counterparts.mostAtOnce(TERMINAL, USUAL)).isZero();
        now = now.plusSeconds(1);
        assertThat(counterparts.mostAtOnce(TERMINAL, USUAL)).isEqualTo(1);

        fail(40);
        now = now.plusSeconds(30);
        assertThat(counterparts.mostAtOnce(TERMINAL, USUAL)).isEqualTo(1);
    }

    @Test
    void goesOnAsUsualWithTheFirstReceipt() {
        fail(9);
        answers = true;
        send();

        assertThat(counterparts.mostAtOnce(TERMINAL, USUAL)).isEqualTo(USUAL);
        answers = false;
        fail(4);
        assertThat(counterparts.mostAtOnce(TERMINAL, USUAL)).isEqualTo(USUAL);
    }

    @Test
    void tellsHowLongItRests() {
        assertThat(counterparts.of(TERMINAL)).isEqualTo(CounterpartTrouble.Trouble.NONE);
        fail(4);
        assertThat(counterparts.of(TERMINAL).restsUntil()).isEmpty();
        fail(1);
        assertThat(counterparts.of(TERMINAL).failures()).isEqualTo(5);
        assertThat(counterparts.of(TERMINAL).restsUntil()).isPresent();
        answers = true;
        send();
        assertThat(counterparts.of(TERMINAL)).isEqualTo(CounterpartTrouble.Trouble.NONE);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            send();
        }
    }

    private void send() {
        var terminal = new PartyRecord(TERMINAL, "Terminal", Set.of(), Set.of(), Environment.LIVE,
                Optional.of(new Endpoint.Http(URI.create("http://terminal.invalid/"))), Map.of(),
                new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of()));
        counterparts.send(terminal, new OutboundId(UUID.randomUUID()),
                new SignedImage(new byte[] {1}, "application/xml", new Sha256("a".repeat(64)), new byte[0]), "0".repeat(32));
    }
}
