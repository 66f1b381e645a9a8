package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.edifact.mapping.Planting.Planted;
import io.fairway.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Faults are planted in sound messages of every type, one at a time, the same ones in every run: each is one finding, in its place. */
class PlantedFaultsTest {
    private static final List<String> SOUND = List.of("cuscar_d95b_import_cargo_report", "cuscar_d16a_house_report", "cusdec_d96b_import",
            "coreor_d00b_release_order", "codeco_d00b_gate_out", "codeco_d95b_gate_in_out", "coarri_d95b_discharge_report",
            "coprar_d00b_discharge_order", "copino_d95b_pickup_preadvice", "cusrep_d95b_arrival", "iftmcs_d99b_bill_of_lading",
            "iftmin_d99b_shipping_instruction", "iftdgn_d98b_dangerous_goods", "iftsta_d00b_status", "baplie_d95b_bayplan",
            "berman_d04a_berth_request", "paxlst_d02b_crew", "aperak_d96b_business_reject", "../messages/copino/sample",
            "../messages/baplie/sample", "../messages/iftsta/sample", "../messages/coprar/sample", "../messages/movins/sample",
            "../messages/cohaor/sample", "../messages/iftmin/sample", "../messages/iftdgn/sample", "../messages/iftmcs/sample",
            "../messages/coparn/sample", "../messages/iftmbc/sample", "../messages/cusrep/sample", "../messages/paxlst/sample",
            "../messages/vermas/sample", "../messages/berman/sample");
    private static final int SEED = 20261121;
    private static final int ROUNDS = 2;

    private final Map<String, int[]> totals = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void findsEachFaultOnceInItsPlaceAndNeverCallsAWrongFixCertain() {
        for (String name : SOUND) {
            String text = Fixtures.text(name.startsWith("..") ? name.substring(3) + ".edi" : "edifact/" + name + ".edi");
            Reading sound = Reading.of(text.getBytes(StandardCharsets.ISO_8859_1));
            if (sound.findings.stream().anyMatch(Finding::isError) || sound.messages.size() != 1) {
                continue;
            }
            Set<Place> known = new HashSet<>(sound.findings.stream().map(finding -> placeOnly(finding.place())).toList());
            for (int round = 0; round < ROUNDS; round++) {
                for (Planted planted : Faults.in(new Planting(text, new Random(SEED + 31L * round + name.hashCode())))) {
                    judge(name, planted, known);
                }
            }
        }
        print();

        int[] all = totals.values().stream().reduce(new int[6], PlantedFaultsTest::sum);
        assertThat(all[0]).as("planted").isGreaterThan(200);
        assertThat(complaints).as("wrong").isEmpty();
        assertThat(all[5]).as("wrong fixes called certain").isZero();
    }

    private static Place placeOnly(Place place) {
        return new Place("", place.segment(), place.segmentPosition(), place.element(), place.component(), -1, 0, 0);
    }

    /** What the sound message is told too is not counted; a fault that shifts what follows does not make that new. */
    private void judge(String name, Planted planted, Set<Place> known) {
        List<Finding> findings = Reading.of(planted.text().getBytes(StandardCharsets.ISO_8859_1)).findings.stream()
                .filter(finding -> finding.isError() || planted.code().contains(finding.code())
                        && !known.contains(placeOnly(finding.place()))).toList();
        int[] total = totals.computeIfAbsent(planted.kind(), kind -> new int[6]);
        total[0]++;
        Optional<Finding> found = findings.stream().filter(finding -> planted.code().contains(finding.code())).findFirst();
        boolean placed = found.filter(finding -> isAt(finding.place(), planted)).isPresent();
        total[1] += found.isPresent() ? 1 : 0;
        total[2] += placed ? 1 : 0;
        total[3] += findings.size() == 1 ? 1 : 0;
        var fix = found.flatMap(Finding::fix);
        boolean right = planted.fix().isPresent() && fix.map(one -> one.value().equals(planted.fix().get())).orElse(false);
        total[4] += right ? 1 : 0;
        boolean wrongCertain = findings.stream().flatMap(finding -> finding.fix().stream())
                .anyMatch(one -> one.certainty() == Certainty.CERTAIN && !Optional.of(one.value()).equals(planted.fix()));
        total[5] += wrongCertain ? 1 : 0;
        if (!placed || findings.size() != 1 || planted.fix().isPresent() && !right) {
            complaints.add(name + ": " + planted.kind() + " at " + planted.spot() + " " + planted.code() + " fix " + planted.fix() + " but found "
                    + findings.stream().map(finding -> finding.code() + finding.place() + finding.fix()).toList());
        }
    }

    private static boolean isAt(Place place, Planted planted) {
        var spot = planted.spot();
        return place.segmentPosition() == spot.segment() && place.element() == spot.element()
                && (place.component() == spot.component() || place.component() == 0) && place.offset() == spot.from();
    }

    private static int[] sum(int[] one, int[] other) {
        var sum = new int[one.length];
        for (int i = 0; i < one.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }

    private void print() {
        System.out.println("kind                              planted found placed alone fix-right wrong-certain");
        totals.forEach((kind, total) -> System.out.println("%-34s%7d%6d%7d%6d%10d%14d".formatted(kind, total[0], total[1], total[2], total[3],
                total[4], total[5])));
    }
}
