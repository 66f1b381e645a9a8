package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.STRANGE_BOX;
import static io.fairway.clearance.ClearanceSamples.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.GatePermission.Granted;
import io.fairway.clearance.GatePermission.Withheld;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatePermissionTest {

    private static void assertWithheld(GatePermission permission, String... codes) {
        assertThat(permission).isInstanceOfSatisfying(Withheld.class, withheld -> {
            assertThat(withheld.reasons()).extracting(Reason::code).contains(codes);
            assertThat(withheld.reasons()).allSatisfy(reason -> assertThat(reason.text().zh()).isNotBlank());
        });
    }

    private static GatePermission at(Story story, ContainerNumber container, Instant now) {
        return story.asCase().gatePermission(container, now);
    }

    @Test
    void isGrantedWhenBothReleasesStandAndTheContainerIsThere() {
        Story ready = Story.ready();

        assertThat(at(ready, BOX, ready.now())).isEqualTo(new Granted(BOX, "DO7700551", ready.now()));
    }

    @Test
    void isWithheldForAnythingUnknown() {
        assertWithheld(at(new Story(), BOX, minute(0)), "CONTAINER_NOT_MANIFESTED", "MANIFEST_NOT_ACCEPTED", "NOT_DECLARED");
        assertWithheld(at(Story.ready(), STRANGE_BOX, minute(0)), "CONTAINER_NOT_MANIFESTED");
        assertWithheld(GatePermission.ofAll(BOX, List.of(), minute(0)), "CONTAINER_NOT_MANIFESTED");
    }

    @Test
    void saysEachMissingThing() {
        Story accepted = Story.withAcceptedDeclaration();

        assertWithheld(at(accepted, BOX, accepted.now()), "NOT_RELEASED_BY_CUSTOMS", "NOT_DISCHARGED", "NO_CARRIER_RELEASE");
    }

    @Test
    void isWithheldByAHoldOfAnyAgencyAndGrantedAgainWhenItIsLifted() {
        Story ready = Story.ready();
        ready.hold("B1", BOX);
        assertWithheld(at(ready, BOX, ready.now()), "HELD");
        assertThat(at(ready, SECOND_BOX, ready.now())).isInstanceOf(Granted.class);

        ready.lift("B1");
        assertThat(at(ready, BOX, ready.now())).isInstanceOf(Granted.class);
    }

    @Test
    void isWithheldTheInstantAfterTheReleaseEnds() {
        Story ready = Story.ready();

        assertThat(at(ready, BOX, minute(10_000))).isInstanceOf(Granted.class);
        assertWithheld(at(ready, BOX, minute(10_000).plusNanos(1)), "RELEASE_EXPIRED");
    }

    @Test
    void isWithheldAfterRevocationAndAfterTheContainerHasLeft() {
        Story revoked = Story.ready();
        revoked.customs(Answer.about(Decision.RELEASE_CANCELLED));
        assertWithheld(at(revoked, BOX, revoked.now()), "NOT_DECLARED");

        Story gone = Story.ready();
        gone.gateOut(BOX);
        assertWithheld(at(gone, BOX, gone.now()), "ALREADY_GONE");
    }

    @Test
    void isWithheldWhenReportsContradict() {
        Story story = Story.withAcceptedDeclaration();
        story.discharge(BOX);
        story.releaseByCarrier(BOX);
        story.gateOut(BOX);
        story.pause(5).customs(Answer.about(Decision.RELEASED));

        assertWithheld(at(story, BOX, story.now()), "REPORTS_CONTRADICT");
    }

    @Test
    void isGrantedForASharedContainerOnlyWhenEveryConsignmentGrants() {
        Story ready = Story.ready();
        GatePermission granted = at(ready, BOX, ready.now());
        GatePermission withheld = at(Story.released(), BOX, ready.now());

        assertThat(GatePermission.ofAll(BOX, List.of(granted, granted), ready.now())).isEqualTo(granted);
        assertWithheld(GatePermission.ofAll(BOX, List.of(granted, withheld), ready.now()), "NOT_DISCHARGED");
    }
}
