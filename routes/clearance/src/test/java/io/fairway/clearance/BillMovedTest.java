package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.carrier;
import static io.fairway.clearance.ClearanceSamples.forwarder;
import static io.fairway.clearance.ClearanceSamples.terminal;
import static io.fairway.clearance.Decisions.applied;
import static io.fairway.clearance.Decisions.assertKept;
import static io.fairway.clearance.Decisions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent.BillMoved;
import io.fairway.clearance.ClearanceEvent.BillMoved.Standing;
import io.fairway.document.DocumentFunction;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An electronic bill stands between the goods and their carrier's release until its surrender is accepted. */
class BillMovedTest {
    private final Story story = Story.withManifest();

    private Decision moved(int generation, long version, Standing standing) {
        boolean byHolder = standing == Standing.SURRENDERED_FOR_DELIVERY || standing == Standing.SURRENDERED_FOR_CHANGE || standing == Standing.GIVEN_BACK;
        return story.tell(new BillMoved(generation, version, standing), byHolder ? forwarder(story.next()) : carrier(story.next()));
    }

    @Test
    void letsTheCarrierReleaseOnceItsSurrenderIsAccepted() {
        applied(moved(1, 1, Standing.ISSUED));
        applied(moved(1, 2, Standing.SURRENDERED_FOR_DELIVERY));
        applied(moved(1, 3, Standing.ACCOMPLISHED));

        applied(story.releaseByCarrier(BOX));

        assertThat(story.state().carrierReleased(BOX)).isTrue();
        assertThat(story.state().summary()).contains("Electronic bill: surrendered and accepted.");
    }

    @ParameterizedTest
    @EnumSource(names = {"ISSUED", "SURRENDERED_FOR_DELIVERY", "SURRENDERED_FOR_CHANGE", "GIVEN_BACK", "REPLACED"})
    void keepsTheReleaseOfABillThatSomebodyMayStillHold(Standing standing) {
        applied(moved(1, 4, standing));

        assertKept(story.releaseByCarrier(BOX), "BILL_NOT_SURRENDERED");

        assertThat(story.state().carrierReleased(BOX)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCOMPLISHED", "ON_PAPER", "VOID"})
    void doesNotKeepTheReleaseOfABillThatEnded(Standing standing) {
        applied(moved(1, 1, Standing.ISSUED));
        applied(moved(1, 4, standing));

        applied(story.releaseByCarrier(BOX));

        assertThat(story.state().carrierReleased(BOX)).isTrue();
    }

    @Test
    void appliesAReleaseThatWaitedAndTellsTheTerminalThen() {
        applied(moved(1, 1, Standing.ISSUED));
        assertKept(story.releaseByCarrier(BOX), "BILL_NOT_SURRENDERED");
        applied(moved(1, 2, Standing.SURRENDERED_FOR_DELIVERY));

        Decision.Applied accepted = applied(moved(1, 3, Standing.ACCOMPLISHED));

        assertThat(story.state().carrierReleased(BOX)).isTrue();
        assertThat(accepted.notices()).extracting(Notice::recipient).containsExactly(Notice.Recipient.TERMINAL);
    }

    @Test
    void keepsAReleaseThatClaimsToBeOlderThanTheBill() {
        applied(moved(1, 1, Standing.ISSUED));

        assertKept(story.say(ClearanceSamples.releaseOrder(DocumentFunction.ORIGINAL, ClearanceSamples.minute(1), Optional.empty(), BOX),
                carrier(story.next())), "BILL_NOT_SURRENDERED");
    }

    @Test
    void waitsForTheReplacementOnceABillWasReplaced() {
        applied(moved(1, 3, Standing.REPLACED));
        applied(moved(2, 1, Standing.ISSUED));
        assertKept(story.releaseByCarrier(BOX), "BILL_NOT_SURRENDERED");

        applied(moved(2, 3, Standing.ACCOMPLISHED));

        assertThat(story.state().carrierReleased(BOX)).isTrue();
    }

    @Test
    void isNotTurnedBackByWhatWasBefore() {
        applied(moved(2, 3, Standing.ACCOMPLISHED));
        applied(moved(2, 2, Standing.SURRENDERED_FOR_DELIVERY));
        applied(moved(1, 9, Standing.ISSUED));

        assertThat(story.state().bill()).contains(new BillMoved(2, 3, Standing.ACCOMPLISHED));
    }

    @Test
    void letsNobodyButTheCarrierIssueOrEndTheBill() {
        assertRefused(story.tell(new BillMoved(1, 1, Standing.ISSUED), forwarder(story.next())), "NOT_ENTITLED");
        assertRefused(story.tell(new BillMoved(1, 3, Standing.ACCOMPLISHED), forwarder(story.next())), "NOT_ENTITLED");
        assertRefused(story.tell(new BillMoved(1, 3, Standing.VOID), terminal(story.next())), "NOT_ENTITLED");
    }
}
