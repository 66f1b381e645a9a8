package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.LRN;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.STRANGE_BOX;
import static io.fairway.clearance.ClearanceSamples.carrier;
import static io.fairway.clearance.ClearanceSamples.declaration;
import static io.fairway.clearance.ClearanceSamples.forwarder;
import static io.fairway.clearance.ClearanceSamples.manifest;
import static io.fairway.clearance.Decisions.applied;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.CustomsResponse;
import io.fairway.document.DocumentFunction;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.id.LocalReferenceNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manifest of the samples lists two containers and 420 packages; so does the declaration. */
class AgreementTest {
    private final Story story = Story.withManifest();

    private List<Finding> found(Decision decision) {
        return applied(decision).findings();
    }

    @Test
    void findsNothingWhenTheDeclarationSaysWhatTheManifestSays() {
        assertThat(found(story.say(declaration(DocumentFunction.ORIGINAL, 1, BOX, SECOND_BOX), forwarder(story.next())))).isEmpty();
    }

    @Test
    void findsAContainerThatTheManifestDoesNotListAndNamesItsPlaceInTheDocument() {
        var findings = found(story.say(declaration(DocumentFunction.ORIGINAL, 1, BOX, STRANGE_BOX), forwarder(story.next())));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("DECLARED_CONTAINER_NOT_MANIFESTED");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.quality()).isEqualTo(Quality.CONSISTENCY);
            assertThat(finding.place().segment()).isEqualTo("containers[1]");
            assertThat(finding.found()).isEqualTo(STRANGE_BOX.value());
        });
    }

    @Test
    void findsThatTwoDeclarationsTogetherHoldMorePackagesThanTheManifestWithoutSayingHowManyThatLists() {
        story.say(declaration(DocumentFunction.ORIGINAL, 1, BOX), forwarder(story.next()));
        var second = declaration(new LocalReferenceNumber(LRN.value() + "B"), DocumentFunction.ORIGINAL, 1, SECOND_BOX);

        var findings = found(story.say(second, forwarder(story.next())));

        assertThat(findings).extracting(Finding::code).containsExactly("DECLARED_PACKAGES_EXCEED_MANIFEST");
        assertThat(findings.getFirst().expected()).doesNotContain("420");
        assertThat(findings.getFirst().text().zh()).isNotBlank();
    }

    @Test
    void saysNothingOfAManifestThatCustomsHasNotAccepted() {
        Story early = new Story();
        early.lodge();

        assertThat(found(early.say(declaration(DocumentFunction.ORIGINAL, 1, STRANGE_BOX), forwarder(early.next())))).isEmpty();
    }

    @Test
    void tellsADeclarationThatCameBeforeTheManifestOnceCustomsAcceptsThat() {
        Story early = new Story();
        early.say(declaration(DocumentFunction.ORIGINAL, 1, BOX, STRANGE_BOX), forwarder(early.next()));
        early.lodge();

        var accepted = applied(early.customs(CustomsResponse.Decision.MANIFEST_ACCEPTED));

        assertThat(accepted.findings()).isEmpty();
        assertThat(accepted.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.sequence()).isEqualTo(1);
            assertThat(remark.finding().code()).isEqualTo("DECLARED_CONTAINER_NOT_MANIFESTED");
        });
    }

    @Test
    void knowsBothSidesTheToleranceAndWhoMustAct() {
        story.say(declaration(DocumentFunction.ORIGINAL, 1, BOX, STRANGE_BOX), forwarder(story.next()));

        assertThat(story.state().discrepancies()).singleElement().satisfies(discrepancy -> {
            assertThat(discrepancy.declared()).isEqualTo(STRANGE_BOX.value());
            assertThat(discrepancy.recorded()).isEqualTo(BOX.value() + ", " + SECOND_BOX.value());
            assertThat(discrepancy.tolerance()).isEmpty();
            assertThat(discrepancy.mustAct()).isEqualTo(Discrepancy.MustAct.DECLARANT);
            assertThat(discrepancy.declaration().lrn()).isEqualTo(LRN);
        });
    }

    @Test
    void isSettledByAManifestThatListsTheContainerAfterAllAndIsNotToldAgain() {
        story.say(declaration(DocumentFunction.ORIGINAL, 1, BOX, STRANGE_BOX), forwarder(story.next()));

        var amended = applied(story.say(manifest(DocumentFunction.CHANGE, story.next(), BOX, STRANGE_BOX), carrier(story.now())));

        assertThat(story.state().discrepancies()).isEmpty();
        assertThat(amended.findings()).isEmpty();
        assertThat(amended.remarks()).isEmpty();
    }

    @Test
    void aManifestThatIsChangedUnderADeclarationIsToldToTheDeclarant() {
        story.say(declaration(DocumentFunction.ORIGINAL, 1, BOX, SECOND_BOX), forwarder(story.next()));

        var amended = applied(story.say(manifest(DocumentFunction.CHANGE, story.next(), BOX), carrier(story.now())));

        assertThat(amended.remarks()).extracting(remark -> remark.finding().found()).containsExactly(SECOND_BOX.value());
    }
}
