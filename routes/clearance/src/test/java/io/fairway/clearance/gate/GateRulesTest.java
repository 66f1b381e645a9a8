package io.fairway.clearance.gate;

import static io.fairway.clearance.gate.GateSamples.BOX;
import static io.fairway.clearance.gate.GateSamples.DECIDED;
import static io.fairway.clearance.gate.GateSamples.OTHER;
import static io.fairway.clearance.gate.GateSamples.OUT;
import static io.fairway.clearance.gate.GateSamples.boxes;
import static io.fairway.clearance.gate.GateSamples.box;
import static io.fairway.clearance.gate.GateSamples.cleanPassage;
import static io.fairway.clearance.gate.GateSamples.decide;
import static io.fairway.clearance.gate.GateSamples.papers;
import static io.fairway.clearance.gate.GateSamples.reading;
import static io.fairway.clearance.gate.GateSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.LaneProfile.Direction;
import io.fairway.clearance.gate.LaneProfile.LaneKind;
import io.fairway.document.gate.Observation.Kind;
import io.fairway.document.gate.Observation.PlateSeen;
import io.fairway.document.gate.Observation.Position;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import io.fairway.document.gate.Observation.SealSeen;
import io.fairway.document.gate.Observation.SealState;
import io.fairway.document.gate.Observation.SeenContainer;
import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.WeightSeen;
import io.fairway.document.gate.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateRulesTest {

    @Test
    void opensWhenEverythingAgreesAndSaysOnWhatItRests() {
        GateDecision decision = decide(cleanPassage(), papers(BOX));

        assertThat(decision.permission()).isEqualTo(Permission.OPEN);
        assertThat(decision.outcomes()).allSatisfy(outcome -> assertThat(outcome.facts().isEmpty()).isEqualTo(
                outcome.rule() == GateRule.EARLIER_GATE));
        assertThat(RecordText.of(decision)).contains("\"display\":{\"en\":\"Please drive on.\"", "difference -30 kg", "\"origin\":\"RPM\"");
    }

    @Test
    void neverOpensWhenAnyOneFactIsMissing() {
        for (Map.Entry<String, GatePapers> lacking : papersWithoutOneFact().entrySet()) {
            assertThat(decide(cleanPassage(), lacking.getValue()).permission()).as("without %s", lacking.getKey())
                    .isNotEqualTo(Permission.OPEN);
        }
        for (Reading left : cleanPassage()) {
            List<Reading> fewer = cleanPassage();
            fewer.remove(left);
            boolean needed = OUT.awaited().contains(left.observation().kind())
                    && left.observation().kind() != Kind.PLATE;
            assertThat(decide(fewer, papers(BOX)).permission() == Permission.OPEN).as("without %s", left.device()).isNotEqualTo(needed);
        }
    }

    @Test
    void neverOpensOnAnyRandomPartOfTheFactsThatLacksOneThatIsDemanded() {
        Random random = new Random(8);
        for (int run = 0; run < 2_000; run++) {
            List<Reading> some = cleanPassage().stream().filter(_ -> random.nextInt(4) > 0).toList();
            List<GatePapers> lacking = List.copyOf(papersWithoutOneFact().values());
            boolean whole = random.nextBoolean();
            GateDecision decision = decide(some, whole ? papers(BOX) : lacking.get(random.nextInt(lacking.size())));
            boolean identified = some.stream().anyMatch(reading -> List.of("LPR", "RFID").contains(reading.device()));
            long needed = some.stream().filter(reading -> List.of("OCR", "ESEAL", "RPM", "KIOSK", "WB").contains(reading.device())).count();

            assertThat(decision.permission() == Permission.OPEN).isEqualTo(whole && identified && needed == 5);
        }
    }

    private static Map<String, GatePapers> papersWithoutOneFact() {
        GatePapers all = papers(BOX);
        Map<String, String> text = PapersText.write(all);
        Map<String, GatePapers> lacking = new LinkedHashMap<>();
        for (String fact : List.of("appointment", "release", "customs", "seals", "mass", "vehicleTare", "dangerousGoods")) {
            Map<String, String> fewer = new LinkedHashMap<>(text);
            fewer.remove(fact);
            lacking.put(fact, PapersText.read(fewer));
        }
        lacking.put("all but the number", GatePapers.unknown(BOX, "hub", DECIDED));
        return lacking;
    }

    @Test
    void refusesWhatCustomsOrTheCarrierHasNotReleasedNow() {
        Map<String, String> held = PapersText.write(papers(BOX));
        held.put("customs", "1");
        held.put("customs.0", "HELD");
        held.put("customs.0.en", "Held by customs (hold 7).");
        held.put("customs.0.zh", "海关布控（7）。");
        Map<String, String> old = PapersText.write(papers(BOX));
        old.put("goodUntil", DECIDED.minusSeconds(1).toString());
        Map<String, String> other = PapersText.write(papers(BOX));
        other.put("release.heldBy", "SOMEBODY");
        Map<String, String> expired = PapersText.write(papers(BOX));
        expired.put("release.validUntil", DECIDED.minusSeconds(1).toString());

        Map<String, String> suspended = PapersText.write(papers(BOX));
        suspended.put("release.standing", "MAY_NOT_ACT");

        assertThat(codes(decide(cleanPassage(), PapersText.read(suspended)), Permission.REFUSE)).containsExactly("HAULIER_MAY_NOT_ACT");
        assertThat(codes(decide(cleanPassage(), PapersText.read(held)), Permission.REFUSE)).containsExactly("HELD");
        assertThat(codes(decide(cleanPassage(), PapersText.read(old)), Permission.REFUSE)).containsExactlyInAnyOrder("CUSTOMS_NOT_CERTAIN",
                "RELEASE_NOT_CERTAIN");
        assertThat(codes(decide(cleanPassage(), PapersText.read(other)), Permission.REFUSE)).containsExactly("NOT_THE_RELEASED_HAULIER");
        assertThat(codes(decide(cleanPassage(), PapersText.read(expired)), Permission.REFUSE)).containsExactly("RELEASE_EXPIRED");
    }

    @Test
    void holdsTheWrongTruckSealWeightAndPlacard() {
        assertThat(codes(decide(with(cleanPassage(), reading("LPR", 1, new PlateSeen("HUA99999", 0.97))), papers(BOX)), Permission.HOLD))
                .containsExactly("PLATE_AND_TAG_DISAGREE");
        assertThat(codes(decide(with(cleanPassage(), reading("ESEAL", 6, new SealSeen("", "HB000001", SealState.SEALED))), papers(BOX)),
                Permission.HOLD)).containsExactly("WRONG_SEAL");
        assertThat(codes(decide(with(cleanPassage(), reading("ESEAL", 6, new SealSeen("", "HB778812", SealState.OPENED))), papers(BOX)),
                Permission.HOLD)).containsExactly("SEAL_NOT_INTACT");
        assertThat(codes(decide(with(cleanPassage(), reading("WB", 14, new WeightSeen(29_611, Steadiness.STEADY))), papers(BOX)),
                Permission.HOLD)).containsExactly("WEIGHT_DISAGREES");
        assertThat(decide(with(cleanPassage(), reading("WB", 14, new WeightSeen(29_610, Steadiness.STEADY))), papers(BOX)).permission())
                .isEqualTo(Permission.OPEN);
    }

    @Test
    void keepsATruckWithARadiationAlarmWhateverElseIsWrongAndLetsNoClerkFreeIt() {
        List<Reading> alarm = with(cleanPassage(), reading("RPM", 7, new RadiationSeen(Set.of(RadiationSign.GAMMA_ALARM), 812)));
        GateDecision unreleased = decide(alarm, papersWithoutOneFact().get("release"));
        SetAside clerk = new SetAside(GateRule.RADIATION, SetAside.By.TWO_SUPERVISORS, "HUBT/li", Optional.of("HUBT/wu"), "looks fine", DECIDED);
        SetAside authority = new SetAside(GateRule.RADIATION, SetAside.By.RADIATION_AUTHORITY, "EPA/he", Optional.empty(), "medical isotope",
                DECIDED);

        assertThat(unreleased.permission()).isEqualTo(Permission.HOLD);
        assertThat(unreleased.closesLane()).isTrue();
        assertThat(decide(OUT, alarm, List.of(papers(BOX)), List.of(clerk)).permission()).isEqualTo(Permission.HOLD);
        assertThat(decide(OUT, alarm, List.of(papers(BOX)), List.of(authority)).permission()).isEqualTo(Permission.OPEN);
    }

    @Test
    void letsTwoDifferentSupervisorsSetASealAsideAndShowsIt() {
        List<Reading> wrong = with(cleanPassage(), reading("ESEAL", 6, new SealSeen("", "HB000001", SealState.SEALED)));
        SetAside alone = new SetAside(GateRule.SEAL, SetAside.By.TWO_SUPERVISORS, "HUBT/li", Optional.of("HUBT/li"), "misread", DECIDED);
        SetAside both = new SetAside(GateRule.SEAL, SetAside.By.TWO_SUPERVISORS, "HUBT/li", Optional.of("HUBT/wu"), "misread", DECIDED);

        assertThat(decide(OUT, wrong, List.of(papers(BOX)), List.of(alone)).permission()).isEqualTo(Permission.HOLD);
        GateDecision opened = decide(OUT, wrong, List.of(papers(BOX)), List.of(both));
        assertThat(opened.permission()).isEqualTo(Permission.OPEN);
        assertThat(RecordText.of(opened)).contains("\"setAside\":{\"by\":\"TWO_SUPERVISORS\",\"person\":\"HUBT/li\",\"second\":\"HUBT/wu\"");
    }

    @Test
    void settingAnUnknownContainerAsideIsNotCustomsWordNorTheCarriers() {
        SetAside container = new SetAside(GateRule.CONTAINER, SetAside.By.TWO_SUPERVISORS, "HUBT/li", Optional.of("HUBT/wu"), "seen", DECIDED);
        SetAside release = new SetAside(GateRule.RELEASE, SetAside.By.TWO_SUPERVISORS, "HUBT/li", Optional.of("HUBT/wu"), "called", DECIDED);
        SetAside customs = new SetAside(GateRule.CUSTOMS, SetAside.By.CUSTOMS, "CNCUSTOMS/he", Optional.of("CNCUSTOMS/yu"), "checked", DECIDED);

        for (List<GatePapers> papers : List.of(List.<GatePapers>of(), List.of(papers(OTHER)))) {
            assertThat(decide(OUT, cleanPassage(), papers, List.of(container)).permission()).isEqualTo(Permission.HOLD);
            assertThat(decide(OUT, cleanPassage(), papers, List.of(container, release)).permission()).isEqualTo(Permission.HOLD);
            assertThat(decide(OUT, cleanPassage(), papers, List.of(container, customs)).permission()).isEqualTo(Permission.HOLD);
            assertThat(decide(OUT, cleanPassage(), papers, List.of(container, release, customs)).permission()).isEqualTo(Permission.OPEN);
        }
    }

    @Test
    void letsTwoContainersGoOnlyTogether() {
        Reading two = reading("OCR", 5, boxes(box("HUBU2000016"), new SeenContainer(
                Position.REAR, "HUBU2000021", "22G1", 0.98, Set.of())));
        List<Reading> heavy = with(cleanPassage(), two, reading("WB", 14, new WeightSeen(14_660 + 29_300, Steadiness.STEADY)));

        assertThat(decide(heavy, papers(BOX), papers(OTHER)).permission()).isEqualTo(Permission.OPEN);
        assertThat(decide(heavy, papers(BOX)).permission()).isEqualTo(Permission.HOLD);
        Map<String, String> unreleased = PapersText.write(papers(OTHER));
        unreleased.remove("release");
        assertThat(decide(heavy, papers(BOX), PapersText.read(unreleased)).permission()).isEqualTo(Permission.REFUSE);
    }

    @Test
    void sendsWhatDoesNotAgreeToTheInspectionLaneWhereTheLaneSorts() {
        LaneProfile sorting = new LaneProfile("OUT03", "HUBT", Direction.OUT, LaneKind.SPLIT_INSPECTION);
        List<Reading> wrong = with(cleanPassage(), reading("ESEAL", 6, new SealSeen("", "HB000001", SealState.SEALED)));

        assertThat(decide(sorting, wrong, List.of(papers(BOX)), List.of()).permission()).isEqualTo(Permission.DIVERT);
        Map<String, String> demanded = PapersText.write(papers(BOX));
        demanded.put("demand.0", "SEAL " + DECIDED + " GO260306-OUT03-1");
        assertThat(codes(decide(cleanPassage(), PapersText.read(demanded)), Permission.REFUSE)).containsExactly("INSPECTION_OUTSTANDING");
    }

    @Test
    void takesAnExportContainerInOnlyWithBookingAndVerifiedMass() {
        LaneProfile in = new LaneProfile("IN01", "HUBT", Direction.IN, LaneKind.ARRIVAL_DIRECT);
        Map<String, String> export = PapersText.write(papers(BOX));
        export.keySet().removeIf(name -> name.startsWith("release"));
        export.put("appointment.purpose", "DELIVERY");
        export.put("mass", "14650 VERIFIED");
        export.put("booking", "HUBBK001");
        export.put("booking.cutOff", DECIDED.plusSeconds(60).toString());
        export.put("booking.state", "OPEN");

        assertThat(decide(in, cleanPassage(), List.of(PapersText.read(export)), List.of()).permission()).isEqualTo(Permission.OPEN);
        export.put("mass", "14650 DECLARED_PLUS_TARE");
        assertThat(codes(decide(in, cleanPassage(), List.of(PapersText.read(export)), List.of()), Permission.REFUSE))
                .containsExactly("NO_VERIFIED_MASS");
        export.put("mass", "14650 VERIFIED");
        export.put("booking.cutOff", DECIDED.minusSeconds(60).toString());
        assertThat(codes(decide(in, cleanPassage(), List.of(PapersText.read(export)), List.of()), Permission.REFUSE))
                .containsExactly("BOOKING_CLOSED");
        export.remove("booking");
        assertThat(codes(decide(in, cleanPassage(), List.of(PapersText.read(export)), List.of()), Permission.REFUSE))
                .containsExactly("NO_BOOKING");
    }

    @Test
    void readsPapersAsItWroteThem() {
        GatePapers papers = papers(BOX);

        assertThat(PapersText.read(PapersText.write(papers))).isEqualTo(papers);
        assertThat(PapersText.read(PapersText.write(GatePapers.unknown(BOX, "hub", DECIDED)))).isEqualTo(GatePapers.unknown(BOX, "hub", DECIDED));
    }

    private static List<String> codes(GateDecision decision, Permission expected) {
        assertThat(decision.permission()).isEqualTo(expected);
        assertThat(decision.display().zh()).isNotBlank();
        return decision.remarks().stream().filter(outcome -> outcome.result() != RuleOutcome.Result.WARN)
                .map(outcome -> outcome.reason().code()).toList();
    }
}
