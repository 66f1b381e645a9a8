package io.fairway.clearance;

import static io.fairway.clearance.Verdict.alarm;
import static io.fairway.clearance.Verdict.illegal;
import static io.fairway.clearance.Verdict.moved;

import io.fairway.clearance.ContainerState.Position;
import io.fairway.clearance.Verdict.Patience;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import java.time.Instant;
import java.util.List;

/** The gate-out: all conditions are looked at again for the moment it happened, not as they were when the truck was booked. */
final class GateOut {

    private GateOut() {
    }

    static Verdict judge(CaseState state, ContainerState container, MovedContainer report, Instant at) {
        if (container.position().gone()) {
            return illegal(Reasons.alreadyGone(container.number()));
        }
        List<Reason> reasons = Access.againstGateOut(state, container.number(), at);
        if (!reasons.isEmpty()) {
            return alarm(container.number().value(), Patience.SAME_MINUTE, withoutRelease(container, reasons));
        }
        boolean otherTruck = container.booking().filter(booking -> !report.truckPlate().isEmpty()
                && !booking.truckPlate().equals(report.truckPlate())).isPresent();
        if (otherTruck) {
            return alarm(container.number().value(), Patience.NONE, Reason.of("NOT_THE_BOOKED_TRUCK", "Truck " + report.truckPlate()
                    + " took container " + container.number() + ", but is not the one booked.", "提走集装箱" + container.number() + "的车辆与预约不符。"));
        }
        boolean otherHaulier = container.carrierRelease().filter(release -> !release.haulier().isEmpty() && !report.haulier().isEmpty()
                && !release.haulier().equals(report.haulier())).isPresent();
        if (otherHaulier) {
            return alarm(container.number().value(), Patience.NONE, Reason.of("NOT_THE_RELEASED_HAULIER", "Haulier " + report.haulier()
                    + " took container " + container.number() + ", but the release names another.", "提走集装箱" + container.number() + "的车队与放货单不符。"));
        }
        return moved(state.with(container.at(Position.GATED_OUT, at).sealed(report.seals().stream().map(seal -> seal.number()).toList())));
    }

    private static Reason withoutRelease(ContainerState container, List<Reason> reasons) {
        return Reason.of("GATE_OUT_WITHOUT_RELEASE", "Container " + container.number() + " is reported out of the gate without permission: "
                + reasons.getFirst().text().en(), "集装箱" + container.number() + "未获许可即报告出闸：" + reasons.getFirst().text().zh());
    }
}
