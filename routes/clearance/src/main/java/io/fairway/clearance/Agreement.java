package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.DeclarationAmended;
import io.fairway.clearance.ClearanceEvent.DeclarationSubmitted;
import io.fairway.clearance.RecordedEvent.Disposition;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import io.fairway.document.id.ContainerNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares a declaration with the manifest it rests on: other containers, more packages, weight outside tolerance. What differs is a
 * finding, never a refusal: customs decides. The findings go to the declarant, so they say that something differs, not what the
 * carrier's manifest says. Their place names the member of the declaration; where it stood in the message is known by its lineage.
 */
final class Agreement {
    private static final String RULE = "Fairway: a declaration rests on the manifest";
    private static final BigDecimal LEAST_TOLERANCE_KILOGRAMS = BigDecimal.valueOf(100);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.03");

    private final GoodsDeclaration declaration;
    private final ManifestConsignment consignment;
    private final CaseState state;
    private final List<Finding> findings = new ArrayList<>();

    private Agreement(GoodsDeclaration declaration, ManifestConsignment consignment, CaseState state) {
        this.declaration = declaration;
        this.consignment = consignment;
        this.state = state;
    }

    /** What differs in the declarations just told; a declaration over several bills is not compared with the manifest of one. */
    static List<Finding> of(List<RecordedEvent> told, CaseState after) {
        Optional<ManifestConsignment> consignment = isInForce(after.manifest()) ? after.manifest().consignment() : Optional.empty();
        return consignment.map(listed -> told.stream().filter(recorded -> recorded.disposition() == Disposition.APPLIED)
                .flatMap(recorded -> declared(recorded.event())).filter(declaration -> declaration.bills().size() == 1)
                .flatMap(declaration -> new Agreement(declaration, listed, after).compare().stream()).toList()).orElse(List.of());
    }

    private static boolean isInForce(ManifestState manifest) {
        return switch (manifest.phase()) {
            case ACCEPTED, ARRIVED, TALLIED, CLOSED -> true;
            case NONE, LODGED, REJECTED, DO_NOT_LOAD, DELETED -> false;
        };
    }

    private static Stream<GoodsDeclaration> declared(ClearanceEvent event) {
        return switch (event) {
            case DeclarationSubmitted submitted -> Stream.of(submitted.declaration());
            case DeclarationAmended amended -> Stream.of(amended.declaration());
            case ClearanceEvent _ -> Stream.empty();
        };
    }

    private List<Finding> compare() {
        compareContainers();
        comparePackages();
        compareWeight();
        return List.copyOf(findings);
    }

    private void compareContainers() {
        List<ContainerNumber> listed = state.manifest().containers();
        for (int i = 0; i < declaration.containers().size() && !listed.isEmpty(); i++) {
            ContainerNumber container = declaration.containers().get(i);
            if (!listed.contains(container)) {
                differs("DECLARED_CONTAINER_NOT_MANIFESTED", "containers[" + i + "]", container.value(),
                        "a container that the manifest lists for the bill",
                        new Text("The manifest does not list container " + container + " for this bill.", "舱单该提单项下没有集装箱 " + container + "。"));
            }
        }
    }

    private void comparePackages() {
        int declared = live().mapToInt(other -> other.packages().orElse(0)).sum();
        declaration.packages().filter(own -> consignment.packages().filter(listed -> declared > listed).isPresent()).ifPresent(own ->
                differs("DECLARED_PACKAGES_EXCEED_MANIFEST", "packages", own.toString(), "no more packages than the manifest lists for the bill",
                        new Text("More packages are declared for this bill than the manifest lists.", "该提单申报的件数超过舱单件数。")));
    }

    private void compareWeight() {
        Optional<BigDecimal> listed = consignment.grossKilograms();
        List<GoodsDeclaration> all = live().toList();
        if (listed.isEmpty() || declaration.grossKilograms().isEmpty() || all.stream().anyMatch(other -> other.grossKilograms().isEmpty())) {
            return;
        }
        BigDecimal declared = all.stream().map(other -> other.grossKilograms().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tolerance = listed.get().multiply(TOLERANCE).max(LEAST_TOLERANCE_KILOGRAMS);
        boolean complete = consignment.packages().isPresent()
                && all.stream().mapToInt(other -> other.packages().orElse(0)).sum() == consignment.packages().get();
        boolean tooMuch = declared.subtract(listed.get()).compareTo(tolerance) > 0;
        boolean tooLittle = complete && listed.get().subtract(declared).compareTo(tolerance) > 0;
        if (tooMuch || tooLittle) {
            differs("DECLARED_WEIGHT_DIFFERS_FROM_MANIFEST", "grossKilograms", declaration.grossKilograms().get().toPlainString(),
                    "the gross weight of the manifest, give or take 3 % or 100 kg",
                    new Text("The gross weight declared for this bill is not that of the manifest.", "该提单申报的毛重与舱单不符（超出允差）。"));
        }
    }

    private Stream<GoodsDeclaration> live() {
        return state.declarations().values().stream().filter(DeclarationState::isLive).map(DeclarationState::current);
    }

    private void differs(String code, String member, String found, String expected, Text text) {
        findings.add(new Finding(code, Severity.WARNING, Optional.empty(), new Place("", member, 0, 0, 0, -1, 0, 0), found, expected, text,
                RULE, Optional.empty(), Quality.CONSISTENCY));
    }
}
