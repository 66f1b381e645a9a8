package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.KEY;
import static io.fairway.clearance.ClearanceSamples.LRN;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.STRANGE_BOX;
import static io.fairway.clearance.ClearanceSamples.declaration;
import static io.fairway.clearance.ClearanceSamples.manifest;
import static io.fairway.clearance.ClearanceSamples.minute;
import static io.fairway.clearance.ClearanceSamples.moved;
import static io.fairway.clearance.ClearanceSamples.releaseOrder;
import static io.fairway.clearance.ClearanceSamples.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent.AttachmentReceived;
import io.fairway.clearance.ClearanceEvent.CarrierReleaseRevoked;
import io.fairway.clearance.ClearanceEvent.CarrierReleased;
import io.fairway.clearance.ClearanceEvent.ContainerDischarged;
import io.fairway.clearance.ClearanceEvent.ContainerGatedIn;
import io.fairway.clearance.ClearanceEvent.ContainerGatedOut;
import io.fairway.clearance.ClearanceEvent.ContainerLoaded;
import io.fairway.clearance.ClearanceEvent.ContainerOnBoard;
import io.fairway.clearance.ClearanceEvent.CustomsDecided;
import io.fairway.clearance.ClearanceEvent.DeclarationAmended;
import io.fairway.clearance.ClearanceEvent.DeclarationCancellationRequested;
import io.fairway.clearance.ClearanceEvent.DeclarationSubmitted;
import io.fairway.clearance.ClearanceEvent.ExaminationConcluded;
import io.fairway.clearance.ClearanceEvent.ExaminationConcluded.Result;
import io.fairway.clearance.ClearanceEvent.ExaminationOrdered;
import io.fairway.clearance.ClearanceEvent.ExitAcknowledged;
import io.fairway.clearance.ClearanceEvent.HoldLifted;
import io.fairway.clearance.ClearanceEvent.HoldPlaced;
import io.fairway.clearance.ClearanceEvent.LoadedOnTruck;
import io.fairway.clearance.ClearanceEvent.ManifestAmended;
import io.fairway.clearance.ClearanceEvent.ManifestLodged;
import io.fairway.clearance.ClearanceEvent.ManifestWithdrawn;
import io.fairway.clearance.ClearanceEvent.MovedToExamination;
import io.fairway.clearance.ClearanceEvent.PickupBooked;
import io.fairway.clearance.ClearanceEvent.ReleaseExpired;
import io.fairway.clearance.ClearanceEvent.ReturnedFromExamination;
import io.fairway.clearance.ClearanceEvent.ShipArrived;
import io.fairway.clearance.ClearanceEvent.TallyReported;
import io.fairway.clearance.ClearanceEvent.TechnicallyRejected;
import io.fairway.clearance.ClearanceEvent.TruckArrived;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.DocumentFunction;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is said in whatever order: nothing throws, nothing is lost, and nothing leaves that may not. */
class RandomHistoryTest {
    private static final List<ContainerNumber> BOXES = List.of(BOX, SECOND_BOX, STRANGE_BOX);

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static ClearanceEvent anyEvent(Random random, Instant at) {
        ContainerNumber box = any(random, BOXES);
        List<ContainerNumber> some = random.nextBoolean() ? List.of() : List.of(box);
        Agency agency = any(random, List.of(Agency.values()));
        String id = "H" + random.nextInt(3);
        ExaminationPlace place = any(random, List.of(ExaminationPlace.values()));
        return switch (random.nextInt(34)) {
            case 0, 1 -> new ManifestLodged(manifest(DocumentFunction.ORIGINAL, at, BOX, SECOND_BOX));
            case 2 -> new ManifestAmended(manifest(DocumentFunction.CHANGE, at, box));
            case 3 -> random.nextInt(8) == 0 ? new ManifestWithdrawn(manifest(DocumentFunction.DELETE, at, BOX)) : new ShipArrived(at);
            case 4 -> new TallyReported("T", List.of(box));
            case 5, 6 -> new DeclarationSubmitted("HUBFWD", declaration(DocumentFunction.ORIGINAL, 1, some.toArray(ContainerNumber[]::new)));
            case 7 -> new DeclarationAmended("HUBFWD", declaration(DocumentFunction.CHANGE, 1 + random.nextInt(3)));
            case 8 -> random.nextInt(8) == 0 ? new DeclarationCancellationRequested("HUBFWD", declaration(DocumentFunction.CANCEL, 1))
                    : new AttachmentReceived("HUBFWD", LRN, uploaded("380"));
            case 9 -> random.nextInt(4) == 0 ? new HoldPlaced(new Hold(agency, id, "", some)) : new HoldLifted(agency, id);
            case 10 -> new HoldLifted(agency, id);
            case 11 -> new ExaminationOrdered(agency, id, place, some);
            case 12 -> new ExaminationConcluded(agency, id, place, any(random, List.of(Result.values())));
            case 13, 14 -> new CarrierReleased(releaseOrder(DocumentFunction.ORIGINAL, at, Optional.of(at.plusSeconds(9000)), box));
            case 15 -> new CarrierReleaseRevoked(releaseOrder(DocumentFunction.CANCEL, at, Optional.empty(), box));
            case 16 -> new ReleaseExpired("DO7700551");
            case 17 -> new ContainerOnBoard(box);
            case 18, 19 -> new ContainerDischarged(box, moved(Movement.DISCHARGED, at, box));
            case 20 -> new ContainerLoaded(box, moved(Movement.LOADED, at, box));
            case 21 -> new ContainerGatedOut(box, moved(Movement.GATE_OUT, at, box));
            case 22 -> new ContainerGatedIn(box, moved(Movement.GATE_IN, at, box));
            case 23 -> new MovedToExamination(box);
            case 24 -> new ReturnedFromExamination(box, "CU1");
            case 25 -> new PickupBooked(box, "HAUL77", "HUA12345", at.plusSeconds(600));
            case 26 -> random.nextBoolean() ? new TruckArrived(box, "HUA12345") : new LoadedOnTruck(box);
            case 27 -> random.nextBoolean() ? new ExitAcknowledged(box) : new TechnicallyRejected(LRN.value(), "");
            case 28, 29, 30 -> new CustomsDecided(anyAnswer(any(random, List.of(Decision.MANIFEST_ACCEPTED, Decision.ACCEPTED,
                    Decision.RELEASED)), some, id, place, at));
            default -> new CustomsDecided(anyAnswer(any(random, List.of(Decision.values())), some, id, place, at));
        };
    }

    private static CustomsResponse anyAnswer(Decision decision, List<ContainerNumber> some, String id, ExaminationPlace place, Instant at) {
        return Answer.about(decision).containers(some.toArray(ContainerNumber[]::new)).id(id).at(place).duty("10").decidedAt(at);
    }

    private static ClearanceCase told(ClearanceCase current, io.fairway.clearance.Decision decision) {
        return switch (decision) {
            case io.fairway.clearance.Decision.Applied applied -> current.with(applied.events());
            case io.fairway.clearance.Decision.Kept kept -> current.with(kept.events());
            case io.fairway.clearance.Decision.Repeated _, io.fairway.clearance.Decision.Refused _ -> current;
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void neverThrowsNeverLosesAFactAndNeverLetsOutWhatMayNotLeaveFromNothing(long seed) {
        disturb(ClearanceCase.opened(KEY, ClearanceRules.STANDARD), new Random(seed), 80);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
        21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
    void neverThrowsNeverLosesAFactAndNeverLetsOutWhatMayNotLeaveAfterBothReleases(long seed) {
        disturb(Story.ready().asCase(), new Random(seed), 25);
    }

    /** Facts of any time, also before what is there; each arrives after all that is there. */
    private static void disturb(ClearanceCase beginning, Random random, int facts) {
        ClearanceCase current = beginning;
        for (int i = 0; i < facts; i++) {
            Instant at = minute(1L + random.nextInt(16));
            Instant received = minute(20L + i);
            Source source = new Source(random.nextInt(3) == 0 ? "HUBLINE" : "HUBFWD", EnumSet.allOf(Role.class), "", "", received);
            int before = current.events().size();
            current = told(current, current.decide(anyEvent(random, at), at, source));
            CaseState state = current.state();

            assertThat(current.events()).hasSizeGreaterThanOrEqualTo(before);
            assertThat(state.history()).hasSameSizeAs(current.events());
            assertThat(state.summary()).isNotEmpty();
            BOXES.forEach(box -> assertNothingIsGrantedWrongly(state, box, received));
        }
    }

    private static void assertNothingIsGrantedWrongly(CaseState state, ContainerNumber box, Instant at) {
        if (state.gatePermission(box, at) instanceof GatePermission.Granted) {
            assertThat(state.leaveAllowed(box)).isTrue();
            assertThat(state.carrierReleased(box)).isTrue();
            assertThat(state.containers().get(box).position().inTerminal()).isTrue();
        }
        if (state.useAllowed(box) || state.readyForPickup(box)) {
            assertThat(state.leaveAllowed(box)).isTrue();
        }
        if (state.leaveAllowed(box)) {
            assertThat(state.holds()).noneMatch(hold -> hold.covers(box));
            assertThat(state.examinations()).noneMatch(order -> order.openAtPort() && order.covers(box) && order.declaration().isEmpty());
            assertThat(state.manifest().inForce()).isTrue();
            assertThat(state.history()).anyMatch(event -> event.disposition() == RecordedEvent.Disposition.APPLIED
                    && event.event() instanceof CustomsDecided decided && decided.response().decision() == Decision.RELEASED);
        }
    }
}
