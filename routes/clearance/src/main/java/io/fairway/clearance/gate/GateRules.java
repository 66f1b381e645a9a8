package io.fairway.clearance.gate;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.GatePapers.Purpose;
import io.fairway.clearance.gate.LaneProfile.Direction;
import io.fairway.clearance.gate.LaneProfile.LaneKind;
import io.fairway.clearance.gate.RuleOutcome.Result;
import io.fairway.clearance.gate.SeenTruck.SeenBox;
import io.fairway.document.id.ContainerNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether the barrier opens. Pure: no clock, no look-up. Nothing opens on what is not known: every demanded rule must have
 * passed on facts that were told, or have been set aside by who may.
 */
public final class GateRules {
    /** Changes when the same inputs may lead to another decision. */
    public static final String VERSION = "gate-2";

    /** What a split-inspection lane sends to the inspection lane instead of stopping it here. */
    private static final Set<GateRule> SORTED_OUT = Set.of(GateRule.SEAL, GateRule.WEIGHT, GateRule.DANGEROUS_GOODS, GateRule.SIZE_TYPE);

    private GateRules() {
    }

    /** The decision over frozen inputs. */
    public static GateDecision decide(GateInputs inputs) {
        List<RuleOutcome> outcomes = outcomes(inputs).stream().map(outcome -> sortedOut(inputs, outcome))
                .map(outcome -> setAside(inputs, outcome)).toList();
        List<RuleOutcome> stopping = outcomes.stream().filter(outcome -> outcome.counts().compareTo(Result.WARN) > 0)
                .sorted(Comparator.comparing(RuleOutcome::counts).reversed()).toList();
        Permission permission = stopping.isEmpty() ? Permission.OPEN : permission(stopping.getFirst().counts());
        return new GateDecision(inputs, permission, outcomes, VERSION, GateWords.display(permission, stopping));
    }

    private static Permission permission(Result worst) {
        return switch (worst) {
            case PASS, NOT_DEMANDED, WARN -> Permission.OPEN;
            case DIVERT -> Permission.DIVERT;
            case HOLD, DETAIN -> Permission.HOLD;
            case REFUSE -> Permission.REFUSE;
        };
    }

    private static List<RuleOutcome> outcomes(GateInputs inputs) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        outcomes.add(MeasureRules.radiation(inputs));
        Optional<Told<List<SeenBox>>> seen = inputs.seen().containers();
        if (seen.isEmpty()) {
            outcomes.add(new Check(inputs, GateRule.CONTAINER, Optional.empty()).holds("CONTAINER_NOT_READ",
                    "The container number was not read. Please wait for the clerk.", "未识别到箱号，请等候人工处理。"));
            outcomes.addAll(withoutPapers(inputs, Optional.empty()));
        } else if (seen.get().value().isEmpty()) {
            outcomes.addAll(withoutContainer(inputs));
        } else {
            outcomes.addAll(withContainers(inputs, seen.get()));
        }
        return outcomes;
    }

    /** An empty truck may come in for the container it is booked to collect. */
    private static List<RuleOutcome> withoutContainer(GateInputs inputs) {
        Optional<GatePapers> booked = inputs.papers().stream().filter(papers -> papers.appointment()
                .filter(appointment -> appointment.purpose() == Purpose.PICK_UP).isPresent()).findFirst();
        if (inputs.lane().direction() == Direction.OUT || booked.isEmpty()) {
            return List.of(new Check(inputs, GateRule.CONTAINER, Optional.empty()).holds("NO_CONTAINER",
                    "There is no container on the truck. Please wait for the clerk.", "车上无箱，请等候人工处理。"));
        }
        return List.of(TruckRules.identity(inputs, booked.get()), TruckRules.driver(inputs, booked.get()));
    }

    private static List<RuleOutcome> withContainers(GateInputs inputs, Told<List<SeenBox>> seen) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        List<GatePapers> carried = new ArrayList<>();
        for (SeenBox box : seen.value()) {
            Optional<GatePapers> papers = inputs.papers().stream().filter(each -> box.number().filter(each.container()::equals).isPresent())
                    .findFirst();
            if (papers.isEmpty()) {
                outcomes.add(new Check(inputs, GateRule.CONTAINER, box.number()).uses("container read", box.asRead(), seen.origin(), seen.asOf())
                        .holds("CONTAINER_UNKNOWN", "Nothing is known about container " + box.asRead() + ". Please wait for the clerk.",
                                "集装箱" + box.asRead() + "无任何记录，请等候人工处理。"));
                outcomes.addAll(withoutPapers(inputs, box.number()));
            } else {
                carried.add(papers.get());
                outcomes.addAll(each(inputs, papers.get(), box));
            }
        }
        outcomes.add(MeasureRules.weight(inputs, carried));
        return outcomes;
    }

    /**
     * Which container it is may be settled by the terminal's people. What its papers would say may not: customs stays with customs, and the
     * carrier's word with those who may set it aside.
     */
    private static List<RuleOutcome> withoutPapers(GateInputs inputs, Optional<ContainerNumber> number) {
        GateRule ofTheCarrier = inputs.lane().direction() == Direction.OUT ? GateRule.RELEASE : GateRule.BOOKING;
        return List.of(new Check(inputs, GateRule.CUSTOMS, number).holds("CUSTOMS_NOT_ASKED",
                "Without a known container nobody can say what customs allows.", "箱号不明，无法查询海关状态。"),
                new Check(inputs, ofTheCarrier, number).holds("CARRIER_NOT_ASKED",
                "Without a known container nobody can say what the carrier allows.", "箱号不明，无法查询船公司放行状态。"));
    }

    private static List<RuleOutcome> each(GateInputs inputs, GatePapers papers, SeenBox box) {
        List<RuleOutcome> outcomes = new ArrayList<>(List.of(
                TruckRules.identity(inputs, papers), TruckRules.driver(inputs, papers), BoxRules.container(inputs, papers, box),
                PaperRules.customs(inputs, papers), BoxRules.seal(inputs, papers), BoxRules.dangerousGoods(inputs, papers, box),
                BoxRules.sizeType(inputs, papers, box), PaperRules.earlierGate(inputs, papers)));
        outcomes.add(inputs.lane().direction() == Direction.OUT ? PaperRules.release(inputs, papers) : PaperRules.booking(inputs, papers));
        return outcomes;
    }

    private static RuleOutcome sortedOut(GateInputs inputs, RuleOutcome outcome) {
        boolean sorted = inputs.lane().kind() == LaneKind.SPLIT_INSPECTION && SORTED_OUT.contains(outcome.rule())
                && outcome.result() == Result.HOLD;
        return sorted ? new RuleOutcome(outcome.rule(), outcome.container(), Result.DIVERT, outcome.reason(), outcome.facts(),
                outcome.overridden()) : outcome;
    }

    private static RuleOutcome setAside(GateInputs inputs, RuleOutcome outcome) {
        if (outcome.result().compareTo(Result.WARN) <= 0) {
            return outcome;
        }
        Optional<SetAside> by = inputs.overrides().stream().filter(each -> each.rule() == outcome.rule() && each.suffices()).findFirst();
        return new RuleOutcome(outcome.rule(), outcome.container(), outcome.result(), outcome.reason(), outcome.facts(), by);
    }
}
