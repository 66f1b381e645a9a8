package io.fairway.clearance;

import io.fairway.clearance.Discrepancy.Against;
import io.fairway.clearance.Discrepancy.MustAct;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.finding.Text;
import io.fairway.document.id.ContainerNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares the declarations of a case with the manifest they rest on, whichever came first: other containers, more packages, weight
 * outside tolerance. What differs is never a refusal: customs decides. Several declarations of one bill add up in the order they were
 * told, and the one that goes too far is named. A declaration over several bills is not compared with the manifest of one.
 */
final class Agreement {
    private static final BigDecimal LEAST_TOLERANCE_KILOGRAMS = BigDecimal.valueOf(100);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.03");
    private static final String TOLERANCE_IN_WORDS = "3 % or 100 kg";

    private final CaseState state;
    private final ManifestConsignment consignment;
    private final List<Discrepancy> found = new ArrayList<>();

    /** A declaration as last told, with those told before it. */
    private record Told(DeclarationState state, GoodsDeclaration declaration, List<GoodsDeclaration> upToIt) {
    }

    private Agreement(CaseState state, ManifestConsignment consignment) {
        this.state = state;
        this.consignment = consignment;
    }

    /** What differs now. */
    static List<Discrepancy> of(CaseState state) {
        Optional<ManifestConsignment> listed = state.manifest().inForce() ? state.manifest().consignment() : Optional.empty();
        return listed.map(consignment -> new Agreement(state, consignment).compare()).orElse(List.of());
    }

    private List<Discrepancy> compare() {
        List<GoodsDeclaration> upToIt = new ArrayList<>();
        for (DeclarationState declaration : told()) {
            GoodsDeclaration current = declaration.pending().orElse(declaration.current());
            upToIt.add(current);
            if (current.bills().size() == 1) {
                compare(new Told(declaration, current, List.copyOf(upToIt)));
            }
        }
        return List.copyOf(found);
    }

    /** Live declarations in the order in which their last version was told. */
    private List<DeclarationState> told() {
        Map<DeclarationKey, Long> last = new TreeMap<>(Comparator.comparing(DeclarationKey::toString));
        state.declarations().keySet().forEach(key -> last.put(key, LastTold.of(state, key).map(RecordedEvent::sequence).orElse(0L)));
        return state.declarations().values().stream().filter(DeclarationState::isLive)
                .sorted(Comparator.comparing(declaration -> last.getOrDefault(declaration.key(), 0L))).toList();
    }

    private void compare(Told told) {
        compareContainers(told);
        comparePackages(told);
        compareWeight(told);
    }

    private void compareContainers(Told told) {
        List<ContainerNumber> listed = state.manifest().containers();
        for (int i = 0; i < told.declaration().containers().size() && !listed.isEmpty(); i++) {
            ContainerNumber container = told.declaration().containers().get(i);
            if (!listed.contains(container)) {
                String recorded = String.join(", ", listed.stream().map(ContainerNumber::value).toList());
                found.add(discrepancy(told, "DECLARED_CONTAINER_NOT_MANIFESTED", "containers[" + i + "]", container.value(), recorded, "",
                        "a container that the manifest lists for the bill",
                        new Text("The manifest does not list container " + container + " for this bill.", "舱单该提单项下没有集装箱 " + container + "。")));
            }
        }
    }

    private void comparePackages(Told told) {
        int declared = packages(told.upToIt());
        Optional<Integer> listed = consignment.packages().filter(most -> declared > most);
        told.declaration().packages().ifPresent(own -> listed.ifPresent(most ->
                found.add(discrepancy(told, "DECLARED_PACKAGES_EXCEED_MANIFEST", "packages", own.toString(), most.toString(), "",
                        "no more packages than the manifest lists for the bill",
                        new Text("More packages are declared for this bill than the manifest lists.", "该提单申报的件数超过舱单件数。")))));
    }

    private void compareWeight(Told told) {
        Optional<BigDecimal> listed = consignment.grossKilograms();
        boolean isSaid = told.upToIt().stream().allMatch(other -> other.grossKilograms().isPresent());
        if (listed.isEmpty() || !isSaid) {
            return;
        }
        BigDecimal declared = told.upToIt().stream().map(other -> other.grossKilograms().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tolerance = listed.get().multiply(TOLERANCE).max(LEAST_TOLERANCE_KILOGRAMS);
        boolean isComplete = consignment.packages().filter(all -> packages(told.upToIt()) == all).isPresent();
        boolean isTooMuch = declared.subtract(listed.get()).compareTo(tolerance) > 0;
        boolean isTooLittle = isComplete && listed.get().subtract(declared).compareTo(tolerance) > 0;
        if (isTooMuch || isTooLittle) {
            found.add(discrepancy(told, "DECLARED_WEIGHT_DIFFERS_FROM_MANIFEST", "grossKilograms",
                    told.declaration().grossKilograms().orElseThrow().toPlainString(), listed.get().toPlainString(), TOLERANCE_IN_WORDS,
                    "the gross weight of the manifest, give or take " + TOLERANCE_IN_WORDS,
                    new Text("The gross weight declared for this bill is not that of the manifest.", "该提单申报的毛重与舱单不符（超出允差）。")));
        }
    }

    private static int packages(List<GoodsDeclaration> declarations) {
        return declarations.stream().mapToInt(declaration -> declaration.packages().orElse(0)).sum();
    }

    private static Discrepancy discrepancy(Told told, String code, String member, String declared, String recorded, String tolerance,
                                           String expected, Text text) {
        return new Discrepancy(code, Against.MANIFEST, told.state().key(), told.declaration().version(), member, declared, recorded, tolerance,
                mustAct(told.state()), expected, text);
    }

    /** After the release a declarant can change nothing by itself. */
    static MustAct mustAct(DeclarationState declaration) {
        return switch (declaration.phase()) {
            case RELEASED, CLOSED -> MustAct.CUSTOMS;
            case PRE_LODGED, DRAFT, SUBMITTED, REGISTERED, REJECTED, ACCEPTED, CANCELLED, WITHDRAWN -> MustAct.DECLARANT;
        };
    }
}
