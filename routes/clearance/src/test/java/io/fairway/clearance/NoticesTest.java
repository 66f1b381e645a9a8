package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.Decisions.applied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairway.clearance.Notice.Recipient;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Manifest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private final Story story = Story.withAcceptedDeclaration();

    @Test
    void forwardsTheManifestAndTheDeclarationToCustoms() {
        Story fresh = new Story();
        assertThat(applied(fresh.lodge()).notices()).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo(Recipient.CUSTOMS);
            assertThat(notice.document()).isInstanceOf(Manifest.class);
        });
        fresh.customs(Decision.MANIFEST_ACCEPTED);
        assertThat(applied(fresh.declare()).notices()).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo(Recipient.CUSTOMS);
            assertThat(notice.document()).isInstanceOf(GoodsDeclaration.class);
        });
    }

    @Test
    void tellsTheDeclarantAllOfADecisionAndCarrierAndTerminalOnlyTheContainers() {
        var notices = applied(story.customs(Answer.about(Decision.RELEASED).duty("14912"))).notices();

        assertThat(notices).extracting(Notice::recipient, Notice::party)
                .containsExactly(tuple(Recipient.DECLARANT, "HUBFWD"), tuple(Recipient.CARRIER, "HUBLINE"), tuple(Recipient.TERMINAL, ""));
        CustomsResponse whole = (CustomsResponse) notices.getFirst().document();
        assertThat(whole.duties()).hasSize(1);
        CustomsResponse trimmed = (CustomsResponse) notices.getLast().document();
        assertThat(trimmed.containers()).containsExactly(BOX, SECOND_BOX);
        assertThat(trimmed.duties()).isEmpty();
        assertThat(trimmed.lrn()).isEmpty();
        assertThat(trimmed.entryNumber()).isEmpty();
    }

    @Test
    void tellsOnlyTheDeclarantWhatIsBetweenItAndCustoms() {
        assertThat(applied(story.customs(Answer.about(Decision.DUTY_ASSESSED).duty("1"))).notices())
                .extracting(Notice::recipient).containsExactly(Recipient.DECLARANT);
    }

    @Test
    void forwardsTheReleaseOrderToTheTerminalItNames() {
        assertThat(applied(story.releaseByCarrier(BOX)).notices()).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo(Recipient.TERMINAL);
            assertThat(notice.party()).isEqualTo("HUBT1");
            assertThat(notice.document()).isInstanceOf(ContainerReleaseOrder.class);
        });
    }

    @Test
    void tellsTheCarrierOfDischargeAndGateOut() {
        Story ready = Story.ready();

        assertThat(applied(ready.gateOut(BOX)).notices()).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo(Recipient.CARRIER);
            assertThat(notice.document()).isInstanceOfSatisfying(ContainerMovementReport.class,
                    report -> assertThat(report.containers()).extracting(container -> container.number()).containsExactly(BOX));
        });
    }

    @Test
    void tellsTerminalAndHaulierOfARevocationByTheCarrier() {
        Story ready = Story.ready();

        assertThat(applied(ready.revokeByCarrier(BOX)).notices()).extracting(Notice::recipient, Notice::party)
                .containsExactly(tuple(Recipient.TERMINAL, "HUBT1"), tuple(Recipient.HAULIER, "HAUL77"));
    }

    @Test
    void tellsTheHaulierWhenCustomsRevokes() {
        Story ready = Story.ready();
        var notices = applied(ready.customs(Answer.about(Decision.RELEASE_CANCELLED).containers(BOX))).notices();

        assertThat(notices).filteredOn(notice -> notice.recipient() == Recipient.HAULIER).singleElement()
                .satisfies(notice -> assertThat(((CustomsResponse) notice.document()).containers()).containsExactly(BOX));
    }

    @Test
    void tellsEverybodyOfAHoldByAnotherAgency() {
        assertThat(applied(story.hold("B1", BOX)).notices()).extracting(Notice::recipient)
                .containsExactly(Recipient.DECLARANT, Recipient.CARRIER, Recipient.TERMINAL);
    }

    @Test
    void tellsNothingTwiceOverAWholeStory() {
        Story told = new Story();
        Set<String> keys = new HashSet<>();
        List<io.fairway.clearance.Decision> decisions = List.of(told.declare(), told.lodge(), told.customs(Decision.MANIFEST_ACCEPTED),
                told.customs(Answer.about(Decision.ACCEPTED)), told.hold("B1"), told.lift("B1"),
                told.customs(Answer.about(Decision.RELEASED)), told.discharge(BOX, SECOND_BOX), told.releaseByCarrier(BOX), told.gateOut(BOX));

        decisions.forEach(decision -> applied(decision).notices().forEach(notice -> assertThat(keys.add(notice.key())).as(notice.key()).isTrue()));
        assertThat(keys).hasSizeGreaterThan(12);
    }
}
