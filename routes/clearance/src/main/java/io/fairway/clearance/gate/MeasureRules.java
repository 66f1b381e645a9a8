package io.fairway.clearance.gate;

import io.fairway.clearance.gate.GatePapers.Basis;
import io.fairway.clearance.gate.GatePapers.Mass;
import io.fairway.clearance.gate.LaneProfile.Direction;
import io.fairway.clearance.gate.RuleOutcome.Result;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import java.util.List;
import java.util.Optional;

/** What is measured: mass and radiation of the whole truck. */
final class MeasureRules {
    private static final int PERCENT = 100;

    private MeasureRules() {
    }

    static RuleOutcome weight(GateInputs inputs, List<GatePapers> carried) {
        Check check = new Check(inputs, GateRule.WEIGHT, Optional.empty());
        Optional<Told<Integer>> measured = inputs.seen().grossKilograms();
        if (measured.isEmpty()) {
            return check.lacks(Result.HOLD, "NOT_WEIGHED", "No steady weight was measured. Please wait.", "未取得稳定重量，请等候。");
        }
        check.uses("gross kilograms measured", measured.get());
        if (measured.get().value() > inputs.policy().heaviestTruckKilograms()) {
            return check.holds("TRUCK_TOO_HEAVY", "The truck weighs " + measured.get().value() + " kg, more than the law allows.", "车辆超重。");
        }
        if (carried.isEmpty()) {
            return check.passes("WEIGHED_EMPTY", "Weighed without a container.", "空车已称重。");
        }
        Optional<Integer> tare = carried.stream().flatMap(papers -> papers.vehicleTareKilograms().stream()).findFirst();
        if (tare.isEmpty() || carried.stream().anyMatch(papers -> papers.mass().isEmpty())) {
            return check.lacks(Result.HOLD, "EXPECTED_WEIGHT_NOT_KNOWN", "The expected weight is not known.", "应有重量未知，请等候人工处理。");
        }
        check.uses("kilograms of tractor and chassis", tare.get(), carried.getFirst());
        carried.forEach(papers -> papers.mass().ifPresent(mass -> check.uses("kilograms of " + papers.container() + " " + mass.basis(),
                mass.kilograms(), papers)));
        return compared(inputs, check, carried.stream().flatMap(papers -> papers.mass().stream()).toList(), measured.get().value() - tare.get());
    }

    private static RuleOutcome compared(GateInputs inputs, Check check, List<Mass> masses, int found) {
        int expected = masses.stream().mapToInt(Mass::kilograms).sum();
        int difference = found - expected;
        boolean verified = inputs.lane().direction() == Direction.IN && masses.stream().allMatch(mass -> mass.basis() == Basis.VERIFIED);
        GatePolicy policy = inputs.policy();
        int tolerance = verified ? Math.min(policy.vgmToleranceKilograms(), expected * policy.vgmTolerancePercent() / PERCENT)
                : Math.max(policy.toleranceKilograms(), expected * policy.tolerancePercent() / PERCENT);
        String english = "Measured " + found + " kg, expected " + expected + " kg, difference " + difference + " kg, allowed " + tolerance + " kg.";
        String chinese = "实重" + found + "公斤，应重" + expected + "公斤，差" + difference + "公斤，允差" + tolerance + "公斤。";
        return Math.abs(difference) <= tolerance ? check.passes("WEIGHT_AGREES", english, chinese)
                : check.holds("WEIGHT_DISAGREES", english, chinese);
    }

    /** Silence of a portal is no all-clear. An alarm keeps the truck where it is; no clerk lets it go. */
    static RuleOutcome radiation(GateInputs inputs) {
        Check check = new Check(inputs, GateRule.RADIATION, Optional.empty());
        Optional<Told<RadiationSeen>> told = inputs.seen().radiation();
        if (told.isEmpty()) {
            return check.lacks(Result.HOLD, "RADIATION_NOT_MEASURED", "The radiation portal said nothing. Please wait.", "辐射检测无结果，请等候。");
        }
        RadiationSeen seen = told.get().value();
        check.uses("radiation portal", seen.signs().isEmpty() ? "quiet" : String.join(" ", seen.signs().stream().map(Enum::name).sorted().toList()),
                told.get().origin(), told.get().asOf()).uses("gamma background", String.valueOf(seen.background()), told.get().origin(),
                told.get().asOf());
        if (seen.signs().contains(RadiationSign.GAMMA_ALARM) || seen.signs().contains(RadiationSign.NEUTRON_ALARM)) {
            return check.detains("RADIATION_ALARM", "Radiation alarm. Stay in the vehicle; the authority has been called.",
                    "辐射报警，请留在车内等候，已通知主管部门。");
        }
        if (!seen.signs().isEmpty() || seen.background() <= 0 || seen.background() > inputs.policy().highestBackground()) {
            return check.holds("PORTAL_NOT_BELIEVED", "The radiation portal does not work properly. Please wait.", "辐射检测设备异常，请等候。");
        }
        return check.passes("NO_RADIATION", "No radiation alarm.", "辐射检测正常。");
    }
}
