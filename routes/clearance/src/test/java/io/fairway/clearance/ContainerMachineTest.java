package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.STRANGE_BOX;
import static io.fairway.clearance.ClearanceSamples.box;
import static io.fairway.clearance.ClearanceSamples.carrier;
import static io.fairway.clearance.ClearanceSamples.customs;
import static io.fairway.clearance.ClearanceSamples.haulier;
import static io.fairway.clearance.ClearanceSamples.manifest;
import static io.fairway.clearance.ClearanceSamples.operator;
import static io.fairway.clearance.ClearanceSamples.terminal;
import static io.fairway.clearance.Decisions.applied;
import static io.fairway.clearance.Decisions.assertKept;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent.ContainerOnBoard;
import io.fairway.clearance.ClearanceEvent.DischargeOrdered;
import io.fairway.clearance.ClearanceEvent.ExitAcknowledged;
import io.fairway.clearance.ClearanceEvent.LoadedOnTruck;
import io.fairway.clearance.ClearanceEvent.MovedToExamination;
import io.fairway.clearance.ClearanceEvent.PickupBooked;
import io.fairway.clearance.ClearanceEvent.ReleaseExpired;
import io.fairway.clearance.ClearanceEvent.ReturnedFromExamination;
import io.fairway.clearance.ClearanceEvent.TruckArrived;
import io.fairway.clearance.ContainerState.Position;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.DocumentFunction;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerMachineTest {
    private final Story story = Story.withManifest();

    private Position position(Story told) {
        return told.state().containers().get(BOX).position();
    }

    private static io.fairway.clearance.Decision report(Story told, Movement movement, MovedContainer container) {
        return told.say(ClearanceSamples.report(movement, "R" + told.now(), List.of(container)), terminal(told.now()));
    }

    private static Story booked() {
        Story story = Story.ready();
        applied(story.tell(new PickupBooked(BOX, "HAUL77", "HUA12345", ClearanceSamples.minute(5000)), haulier(story.next())));
        return story;
    }

    @Test
    void putsAContainerOnTheShipAndOrdersItsDischarge() {
        applied(story.tell(new ContainerOnBoard(BOX), carrier(story.next())));
        assertThat(position(story)).isEqualTo(Position.ON_BOARD);
        assertKept(story.tell(new ContainerOnBoard(STRANGE_BOX), carrier(story.next())), "UNMANIFESTED");

        applied(story.tell(new DischargeOrdered(BOX), carrier(story.next())));
        assertThat(position(story)).isEqualTo(Position.ON_BOARD);
    }

    @Test
    void dischargesAContainerOnce() {
        applied(story.discharge(BOX));
        assertThat(position(story)).isEqualTo(Position.IN_YARD);

        assertKept(story.discharge(BOX), "ALREADY_DISCHARGED");
        assertKept(story.tell(new DischargeOrdered(BOX), carrier(story.next())), "CONTAINER_ELSEWHERE");
    }

    @Test
    void countsTheSameDischargeReportOnce() {
        var report = ClearanceSamples.moved(Movement.DISCHARGED, story.next(), BOX);
        applied(story.say(report, terminal(story.now())));

        assertThat(story.say(report, terminal(story.next()))).isInstanceOf(io.fairway.clearance.Decision.Repeated.class);
    }

    @Test
    void alertsAnUnmanifestedContainerAndTakesItsDischargeOnceItIsManifested() {
        assertKept(story.discharge(STRANGE_BOX), "UNMANIFESTED");
        assertThat(story.state().alerts()).singleElement().satisfies(alert -> assertThat(alert.subject()).isEqualTo(STRANGE_BOX.value()));

        story.say(manifest(DocumentFunction.CHANGE, story.next(), BOX, SECOND_BOX, STRANGE_BOX), carrier(story.now()));
        assertThat(story.state().alerts()).isEmpty();
        assertThat(story.state().containers().get(STRANGE_BOX).position()).isEqualTo(Position.IN_YARD);
    }

    @Test
    void notesAnotherSealAndDamage() {
        applied(report(story, Movement.DISCHARGED, box(BOX, story.next(), "5", "XX000001", List.of("DENT"))));

        assertThat(story.state().alerts()).extracting(alert -> alert.reason().code()).containsExactly("SEAL_DIFFERS", "DAMAGED");
        assertThat(story.state().containers().get(BOX).seals()).containsExactly("XX000001");
    }

    @Test
    void takesAContainerToExaminationAndBackUnderANewSeal() {
        Story accepted = Story.withAcceptedDeclaration();
        accepted.discharge(BOX);
        assertKept(accepted.tell(new MovedToExamination(BOX), terminal(accepted.next())), "NO_EXAMINATION_ORDERED");
        accepted.customs(Answer.about(Decision.EXAMINATION_ORDERED).id("X1"));
        applied(report(accepted, new MovedToExamination(BOX)));
        assertThat(position(accepted)).isEqualTo(Position.AT_EXAMINATION);

        assertKept(accepted.tell(new ReturnedFromExamination(BOX, " "), customs(accepted.next())), "NEW_SEAL_MISSING");
        applied(accepted.tell(new ReturnedFromExamination(BOX, "CU991"), customs(accepted.next())));
        assertThat(position(accepted)).isEqualTo(Position.IN_YARD);
        assertThat(accepted.state().containers().get(BOX).seals()).containsExactly("CU991");
    }

    private static io.fairway.clearance.Decision report(Story told, ClearanceEvent event) {
        return told.tell(event, new Source("HUBTERM2", java.util.Set.of(Role.TERMINAL), "", "", told.next()));
    }

    @Test
    void takesBothReleasesInEitherOrder() {
        Story carrierFirst = Story.withAcceptedDeclaration();
        carrierFirst.discharge(BOX);
        applied(carrierFirst.releaseByCarrier(BOX));
        assertThat(carrierFirst.state().carrierReleased(BOX)).isTrue();
        assertThat(carrierFirst.state().readyForPickup(BOX)).isFalse();
        carrierFirst.customs(Answer.about(Decision.RELEASED));
        assertThat(carrierFirst.state().readyForPickup(BOX)).isTrue();

        Story customsFirst = Story.released();
        assertThat(customsFirst.state().leaveAllowed(BOX)).isTrue();
        applied(customsFirst.releaseByCarrier(BOX));
        assertThat(customsFirst.state().readyForPickup(BOX)).as("still on the ship").isFalse();
        customsFirst.discharge(BOX);
        assertThat(customsFirst.state().readyForPickup(BOX)).isTrue();
    }

    @Test
    void keepsACarrierReleaseOfForeignGoneOrHeldContainers() {
        assertKept(story.releaseByCarrier(STRANGE_BOX), "CONTAINER_NOT_MANIFESTED");
        story.tell(new ClearanceEvent.HoldPlaced(new Hold(Agency.CARRIER, "C1", "", List.of())), carrier(story.next()));
        assertKept(story.releaseByCarrier(BOX), "HELD");

        Story gone = Story.ready();
        gone.gateOut(BOX);
        assertKept(gone.releaseByCarrier(BOX), "ALREADY_GONE");
    }

    @Test
    void booksAReadyContainerForTheReleasedHaulierWithinTheValidity() {
        Story ready = Story.ready();
        var slot = ClearanceSamples.minute(5000);
        assertKept(ready.tell(new PickupBooked(BOX, "OTHER", "HUA12345", slot), haulier(ready.next())), "NOT_THE_RELEASED_HAULIER");
        assertKept(ready.tell(new PickupBooked(BOX, "HAUL77", "HUA12345", ClearanceSamples.minute(10_001)), haulier(ready.next())),
                "RELEASE_EXPIRED");
        applied(ready.tell(new PickupBooked(BOX, "HAUL77", "HUA12345", slot), haulier(ready.next())));
        assertThat(position(ready)).isEqualTo(Position.APPOINTED);

        Story notReady = Story.released();
        assertKept(notReady.tell(new PickupBooked(BOX, "HAUL77", "HUA12345", slot), haulier(notReady.next())), "NOT_DISCHARGED");
    }

    @Test
    void letsTheBookedTruckInLoadsItAndLetsItOut() {
        Story booked = booked();
        assertKept(booked.tell(new TruckArrived(BOX, "HUA99999"), terminal(booked.next())), "NOT_THE_BOOKED_TRUCK");
        assertKept(booked.tell(new LoadedOnTruck(BOX), terminal(booked.next())), "CONTAINER_ELSEWHERE");
        applied(booked.tell(new TruckArrived(BOX, "HUA12345"), terminal(booked.next())));
        assertThat(position(booked)).isEqualTo(Position.TRUCK_IN);
        applied(booked.tell(new LoadedOnTruck(BOX), new Source("HUBTERM2", java.util.Set.of(Role.TERMINAL), "", "", booked.next())));
        assertThat(position(booked)).isEqualTo(Position.ON_TRUCK);

        applied(booked.gateOut(BOX));
        assertThat(position(booked)).isEqualTo(Position.GATED_OUT);
    }

    @Test
    void letsAReadyContainerOutWithoutBookingAndDeliversItAndTakesTheEmptyBack() {
        Story ready = Story.ready();
        applied(ready.gateOut(BOX));
        assertKept(ready.gateOut(BOX), "ALREADY_GONE");
        applied(ready.tell(new ExitAcknowledged(BOX), operator(ready.next())));
        assertThat(position(ready)).isEqualTo(Position.DELIVERED);

        assertKept(report(ready, Movement.GATE_IN, box(BOX, ready.next(), "5", "S", List.of())), "NOT_AN_EMPTY_RETURN");
        applied(report(ready, Movement.GATE_IN, box(BOX, ready.next(), "4", "S", List.of())));
        assertThat(position(ready)).isEqualTo(Position.RETURNED);
    }

    @Test
    void keepsAndAlertsAGateOutWithoutReleaseAndHasThePositionUnchanged() {
        Story unreleased = Story.withAcceptedDeclaration();
        unreleased.discharge(BOX);
        unreleased.releaseByCarrier(BOX);

        assertKept(unreleased.gateOut(BOX), "GATE_OUT_WITHOUT_RELEASE");
        assertThat(position(unreleased)).isEqualTo(Position.IN_YARD);
        assertThat(unreleased.state().alerts()).singleElement()
                .satisfies(alert -> assertThat(alert.reason().code()).isEqualTo("GATE_OUT_WITHOUT_RELEASE"));
        unreleased.pause(5).customs(Answer.about(Decision.RELEASED));
        assertThat(position(unreleased)).as("a later release does not make it right").isEqualTo(Position.IN_YARD);
    }

    @Test
    void keepsAndAlertsAGateOutByAnotherTruckOrHaulierOrAfterTheLastDay() {
        Story booked = booked();
        MovedContainer byOther = new MovedContainer(BOX, "22G1", "5", Optional.of(ClearanceSamples.BILL), "", booked.next(), Optional.empty(),
                List.of(), List.of(), "", "HUA00001");
        assertKept(report(booked, Movement.GATE_OUT, byOther), "NOT_THE_BOOKED_TRUCK");

        Story ready = Story.ready();
        MovedContainer byStranger = new MovedContainer(BOX, "22G1", "5", Optional.of(ClearanceSamples.BILL), "", ready.next(), Optional.empty(),
                List.of(), List.of(), "STRANGER", "");
        assertKept(report(ready, Movement.GATE_OUT, byStranger), "NOT_THE_RELEASED_HAULIER");

        Story late = Story.ready();
        assertKept(late.pause(10_000).gateOut(BOX), "GATE_OUT_WITHOUT_RELEASE");
    }

    @Test
    void takesTheCarriersReleaseBackAndCancelsTheBooking() {
        Story booked = booked();
        applied(booked.revokeByCarrier(BOX));

        assertThat(position(booked)).isEqualTo(Position.IN_YARD);
        assertThat(booked.state().containers().get(BOX).booking()).isEmpty();
        assertThat(booked.state().readyForPickup(BOX)).isFalse();
        assertThat(booked.state().readyForPickup(SECOND_BOX)).isTrue();
        assertKept(booked.revokeByCarrier(BOX), "NOTHING_TO_REVOKE");
    }

    @Test
    void cannotTakeBackAReleaseAfterTheGate() {
        Story gone = Story.ready();
        gone.gateOut(BOX);

        assertKept(gone.revokeByCarrier(BOX), "ALREADY_GONE");
    }

    @Test
    void letsAReleaseExpireAfterItsLastDayOnly() {
        Story booked = booked();
        assertKept(booked.tell(new ReleaseExpired("DO7700551"), operator(booked.next())), "NOT_EXPIRED");
        booked.pause(10_000);
        applied(booked.tell(new ReleaseExpired("DO7700551"), new Source("FAIRWAY2", java.util.Set.of(Role.OPERATOR), "", "", booked.next())));

        assertThat(position(booked)).isEqualTo(Position.IN_YARD);
        assertThat(booked.state().carrierReleased(BOX)).isFalse();
    }

    @Test
    void sendsABookedTruckBackWhenAHoldIsPlaced() {
        Story booked = booked();
        booked.hold("B1", BOX);

        assertThat(position(booked)).isEqualTo(Position.IN_YARD);
        assertThat(booked.state().containers().get(BOX).booking()).isEmpty();
    }

    @Test
    void keepsAMovementTakenBackForAPersonToResolve() {
        story.discharge(BOX);
        var cancelled = new io.fairway.document.ContainerMovementReport("R1", DocumentFunction.CANCEL, Movement.DISCHARGED, Optional.empty(),
                Optional.empty(), "HUBT1", Optional.empty(), List.of(box(BOX, story.next(), "5", "S", List.of())));

        assertKept(story.say(cancelled, terminal(story.now())), "MOVEMENT_WITHDRAWN");
        assertThat(story.state().alerts()).hasSize(1);
    }

    @Test
    void loadsFreeTranshipmentCargoOnwardAndHandsItsHoldsOn() {
        Story transhipped = new Story();
        transhipped.say(manifest(DocumentFunction.ORIGINAL, transhipped.next(), CustomsTreatment.TRANSHIPMENT, BOX, SECOND_BOX),
                carrier(transhipped.now()));
        transhipped.customs(Decision.MANIFEST_ACCEPTED);
        transhipped.discharge(BOX, SECOND_BOX);
        transhipped.hold("B1", SECOND_BOX);

        applied(report(transhipped, Movement.LOADED, box(BOX, transhipped.next(), "5", "S", List.of())));
        assertThat(position(transhipped)).isEqualTo(Position.LOADED_ONWARD);
        assertKept(report(transhipped, Movement.LOADED, box(SECOND_BOX, transhipped.next(), "5", "S", List.of())), "LOADED_AGAINST_RULES");
        assertThat(transhipped.state().onwardLeg()).hasValueSatisfying(leg -> {
            assertThat(leg.voyage().shipName()).isEqualTo("HUB FEEDER");
            assertThat(leg.containers()).containsExactly(BOX, SECOND_BOX);
            assertThat(leg.holds()).hasSize(1);
        });
        assertThat(transhipped.state().leaveAllowed(SECOND_BOX)).isFalse();
    }

    @Test
    void keepsALoadingOfImportCargo() {
        story.discharge(BOX);

        assertKept(report(story, Movement.LOADED, box(BOX, story.next(), "5", "S", List.of())), "LOADED_AGAINST_RULES");
        assertThat(story.state().onwardLeg()).isEmpty();
    }
}
