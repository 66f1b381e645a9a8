package io.fairway.clearance.gate;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.RuleOutcome.Result;
import io.fairway.document.finding.Text;
import java.util.List;

/** The words of a decision. */
final class GateWords {

    private GateWords() {
    }

    /** What the driver reads: at most what to do and the first reason. */
    static Text display(Permission permission, List<RuleOutcome> stopping) {
        return switch (permission) {
            case OPEN -> new Text("Please drive on.", "请通行。");
            case DIVERT -> new Text("Please drive to the inspection lane. " + english(stopping), "请驶入查验通道。" + chinese(stopping));
            case HOLD -> new Text("Please wait. " + english(stopping), "请等候。" + chinese(stopping));
            case REFUSE -> new Text("No passage. " + english(stopping), "不得通行。" + chinese(stopping));
        };
    }

    private static String english(List<RuleOutcome> stopping) {
        return stopping.getFirst().reason().text().en();
    }

    private static String chinese(List<RuleOutcome> stopping) {
        return stopping.getFirst().reason().text().zh();
    }

    static String chinese(GateRule rule) {
        return switch (rule) {
            case IDENTITY -> "车辆";
            case DRIVER -> "司机";
            case CONTAINER -> "集装箱";
            case RELEASE -> "放货";
            case CUSTOMS -> "海关";
            case SEAL -> "封志";
            case WEIGHT -> "重量";
            case RADIATION -> "辐射";
            case DANGEROUS_GOODS -> "危险品";
            case SIZE_TYPE -> "箱型";
            case BOOKING -> "订舱";
            case EARLIER_GATE -> "前一卡口";
        };
    }

    static String chinese(Result result) {
        return switch (result) {
            case PASS -> "通过";
            case NOT_DEMANDED -> "不要求";
            case WARN -> "提示";
            case DIVERT -> "转查验";
            case HOLD -> "等候";
            case REFUSE -> "拒绝";
            case DETAIN -> "扣留";
        };
    }
}
