package io.fairway.clearance.gate;

import io.fairway.clearance.gate.RuleOutcome.Result;
import io.fairway.clearance.gate.SeenTruck.SeenBox;
import io.fairway.document.gate.Observation.SealSeen;
import io.fairway.document.gate.Observation.SealState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The container as it stands there: number, size, placards, seal. */
final class BoxRules {

    private BoxRules() {
    }

    static RuleOutcome container(GateInputs inputs, GatePapers papers, SeenBox box) {
        Check check = new Check(inputs, GateRule.CONTAINER, box.number());
        inputs.seen().containers().ifPresent(told -> check.uses("container read", box.asRead(), told.origin(), told.asOf()));
        boolean booked = papers.appointment().isPresent() && papers.container().equals(box.number().orElse(null));
        if (!booked) {
            return check.holds("NOT_ON_AN_APPOINTMENT", "Container " + papers.container() + " is on no appointment.",
                    "集装箱" + papers.container() + "不在预约中。");
        }
        check.uses("container booked", papers.container(), papers);
        return check.passes("CONTAINER_IS_BOOKED", "Container " + papers.container() + " is the one of the appointment.",
                "集装箱" + papers.container() + "与预约一致。");
    }

    static RuleOutcome sizeType(GateInputs inputs, GatePapers papers, SeenBox box) {
        Check check = new Check(inputs, GateRule.SIZE_TYPE, box.number());
        if (papers.sizeType().isEmpty() || box.sizeType().isEmpty()) {
            return check.lacks(Result.WARN, "SIZE_NOT_KNOWN", "The size and type was not read or not told.", "箱型尺寸未识别或未申报。");
        }
        inputs.seen().containers().ifPresent(told -> check.uses("size and type read", box.sizeType(), told.origin(), told.asOf()));
        check.uses("size and type declared", papers.sizeType().get(), papers);
        return papers.sizeType().get().equals(box.sizeType())
                ? check.passes("SIZE_AGREES", "Size and type " + box.sizeType() + " as declared.", "箱型尺寸与申报一致。")
                : check.warns("SIZE_DISAGREES", "Size and type read " + box.sizeType() + ", declared " + papers.sizeType().get() + ".",
                        "箱型尺寸与申报不符。");
    }

    static RuleOutcome dangerousGoods(GateInputs inputs, GatePapers papers, SeenBox box) {
        Check check = new Check(inputs, GateRule.DANGEROUS_GOODS, box.number());
        if (papers.dangerousGoods().isEmpty()) {
            return check.lacks(Result.HOLD, "DANGEROUS_GOODS_NOT_KNOWN", "Nothing is known about dangerous goods in the container.",
                    "危险品信息未知。");
        }
        Set<String> declared = papers.dangerousGoods().get();
        inputs.seen().containers().ifPresent(told -> check.uses("placards read", sorted(box.placards()), told.origin(), told.asOf()));
        check.uses("dangerous goods declared", sorted(declared), papers);
        return declared.equals(box.placards())
                ? check.passes("PLACARDS_AGREE", declared.isEmpty() ? "No dangerous goods, no placards." : "Placards as declared.", "危险品标识与申报一致。")
                : check.holds("PLACARDS_DISAGREE", "Placards do not agree with the declared dangerous goods.", "危险品标识与申报不符，请等候人工处理。");
    }

    /** A seal that customs put on is a matter of customs; every other one of the clerk. Both stop the truck. */
    static RuleOutcome seal(GateInputs inputs, GatePapers papers) {
        Check check = new Check(inputs, GateRule.SEAL, Optional.of(papers.container()));
        List<Told<SealSeen>> read = inputs.seen().seals().stream().filter(told -> told.value().container().isEmpty()
                || told.value().container().equals(papers.container().value())).toList();
        read.forEach(told -> check.uses("seal read", told.value().number() + " " + told.value().state(), told.origin(), told.asOf()));
        if (papers.seals().isEmpty()) {
            return check.lacks(Result.HOLD, "SEAL_NOT_RECORDED", "No seal is recorded for the container.", "没有该箱的封志记录。");
        }
        List<String> recorded = papers.seals().get();
        check.uses("seals recorded", String.join(" ", recorded), papers);
        if (read.isEmpty()) {
            return check.lacks(Result.HOLD, "SEAL_NOT_READ", "The seal was not read. Please wait for the clerk.", "未识别到封志，请等候人工处理。");
        }
        if (read.stream().anyMatch(told -> told.value().state() != SealState.SEALED)) {
            return check.holds("SEAL_NOT_INTACT", "The seal is not intact. Please wait for the clerk.", "封志异常，请等候人工处理。");
        }
        Set<String> numbers = read.stream().map(told -> told.value().number()).collect(Collectors.toSet());
        if (!recorded.containsAll(numbers) || recorded.isEmpty()) {
            return check.holds("WRONG_SEAL", "Seal " + sorted(numbers) + " is not the recorded one. Please wait for the clerk.",
                    "封志号与记录不符，请等候人工处理。");
        }
        if (!numbers.containsAll(papers.customsSeals())) {
            return check.warns("CUSTOMS_SEAL_NOT_READ", "Seal " + sorted(numbers) + " as recorded; that of customs was not read.",
                    "封志与记录一致，未识别到海关封志。");
        }
        return check.passes("SEAL_AGREES", "Seal " + sorted(numbers) + " as recorded.", "封志完好，与记录一致。");
    }

    private static String sorted(Set<String> values) {
        return values.stream().sorted().collect(Collectors.joining(" "));
    }
}
