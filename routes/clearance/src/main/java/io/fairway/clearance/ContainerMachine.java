package io.fairway.clearance;

import static io.fairway.clearance.Verdict.alarm;
import static io.fairway.clearance.Verdict.illegal;
import static io.fairway.clearance.Verdict.moved;

import io.fairway.clearance.ClearanceEvent.ContainerDischarged;
import io.fairway.clearance.ClearanceEvent.ContainerFact;
import io.fairway.clearance.ClearanceEvent.ContainerGatedIn;
import io.fairway.clearance.ClearanceEvent.ContainerGatedOut;
import io.fairway.clearance.ClearanceEvent.ContainerLoaded;
import io.fairway.clearance.ClearanceEvent.ContainerOnBoard;
import io.fairway.clearance.ClearanceEvent.DischargeOrdered;
import io.fairway.clearance.ClearanceEvent.ExitAcknowledged;
import io.fairway.clearance.ClearanceEvent.LoadedOnTruck;
import io.fairway.clearance.ClearanceEvent.MovedToExamination;
import io.fairway.clearance.ClearanceEvent.MovementWithdrawn;
import io.fairway.clearance.ClearanceEvent.PickupBooked;
import io.fairway.clearance.ClearanceEvent.ReturnedFromExamination;
import io.fairway.clearance.ClearanceEvent.TruckArrived;
import io.fairway.clearance.ContainerState.Booking;
import io.fairway.clearance.ContainerState.Position;
import io.fairway.clearance.Verdict.Patience;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a container of an import goes: from the ship to the yard, to examination and back, onto a truck, out, and home empty. */
final class ContainerMachine {

    private ContainerMachine() {
    }

    static Verdict judge(CaseState state, ContainerFact fact, Instant at) {
        Optional<ContainerState> known = state.container(fact.container());
        if (known.isEmpty() || !state.manifest().inForce() || !state.manifest().containers().contains(fact.container())) {
            return unmanifested(fact);
        }
        ContainerState container = known.get();
        return switch (fact) {
            case ContainerOnBoard _ -> step(state, container, Set.of(Position.ANNOUNCED), Position.ON_BOARD, at);
            case DischargeOrdered _ -> isAtSea(container) ? moved(state) : misplaced(container);
            case ContainerDischarged discharged -> discharge(state, container, reportOf(discharged.report().containers(), fact), at);
            case MovedToExamination _ -> moveToExamination(state, container, at);
            case ReturnedFromExamination returned -> comeBack(state, container, returned.newSeal(), at);
            case PickupBooked booked -> book(state, container, booked, at);
            case TruckArrived arrived -> truckArrives(state, container, arrived.truckPlate(), at);
            case LoadedOnTruck _ -> step(state, container, Set.of(Position.TRUCK_IN), Position.ON_TRUCK, at);
            case ContainerGatedOut out -> GateOut.judge(state, container, reportOf(out.report().containers(), fact), at);
            case ExitAcknowledged _ -> step(state, container, Set.of(Position.GATED_OUT), Position.DELIVERED, at);
            case ContainerGatedIn in -> gateIn(state, container, reportOf(in.report().containers(), fact), at);
            case ContainerLoaded _ -> load(state, container, at);
            case MovementWithdrawn _ -> alarm(container.number().value(), Patience.NONE, Reason.of("MOVEMENT_WITHDRAWN",
                    "The terminal took a movement of container " + container.number() + " back; a person has to find out where it is.",
                    "码头撤回了集装箱" + container.number() + "的作业报告，须人工核实。"));
        };
    }

    private static Verdict unmanifested(ContainerFact fact) {
        Reason reason = Reason.of("UNMANIFESTED", "Container " + fact.container() + " is moved, but not on an accepted manifest of this bill.",
                "集装箱" + fact.container() + "已作业，但不在该提单已接受的舱单上。");
        return alarm(fact.container().value(), Patience.UNTIL_IT_FITS, reason);
    }

    private static Verdict step(CaseState state, ContainerState container, Set<Position> from, Position to, Instant at) {
        return from.contains(container.position()) ? moved(state.with(container.at(to, at))) : misplaced(container);
    }

    private static Verdict discharge(CaseState state, ContainerState container, MovedContainer report, Instant at) {
        if (!isAtSea(container)) {
            return illegal("ALREADY_DISCHARGED", "Container " + container.number() + " is reported as discharged already.",
                    "集装箱" + container.number() + "已报告卸船。");
        }
        List<String> seals = report.seals().stream().map(seal -> seal.number()).toList();
        CaseState next = state.with(container.at(Position.IN_YARD, at).sealed(seals));
        if (!seals.isEmpty() && !container.seals().isEmpty() && new HashSet<>(seals).stream().noneMatch(container.seals()::contains)) {
            next = next.with(new Alert(container.number().value(), Reason.of("SEAL_DIFFERS", "Seals " + seals + " were read, the manifest says "
                    + container.seals() + ".", "封志" + seals + "与舱单" + container.seals() + "不符。"), at));
        }
        if (!report.damages().isEmpty()) {
            next = next.with(new Alert(container.number().value(), Reason.of("DAMAGED", "Discharged with damage: "
                    + String.join(", ", report.damages()) + ".", "卸船时有残损：" + String.join("，", report.damages()) + "。"), at));
        }
        return moved(next);
    }

    private static Verdict moveToExamination(CaseState state, ContainerState container, Instant at) {
        boolean ordered = state.openExaminations().stream().anyMatch(order -> order.openAtPort() && order.covers(container.number()));
        return ordered ? step(state, container, Set.of(Position.IN_YARD), Position.AT_EXAMINATION, at)
                : illegal("NO_EXAMINATION_ORDERED", "No examination of container " + container.number() + " is ordered at the port.",
                "集装箱" + container.number() + "没有口岸查验指令。");
    }

    private static Verdict comeBack(CaseState state, ContainerState container, String newSeal, Instant at) {
        if (newSeal.isBlank()) {
            return illegal("NEW_SEAL_MISSING", "The new seal of container " + container.number() + " is not recorded.",
                    "集装箱" + container.number() + "未登记新封志。");
        }
        return step(state, container.sealed(List.of(newSeal)), Set.of(Position.AT_EXAMINATION), Position.IN_YARD, at);
    }

    private static Verdict book(CaseState state, ContainerState container, PickupBooked booked, Instant at) {
        List<Reason> reasons = Access.againstGateOut(state, container.number(), at);
        if (!reasons.isEmpty()) {
            return illegal(reasons.getFirst());
        }
        if (container.position() != Position.IN_YARD) {
            return misplaced(container);
        }
        Optional<CarrierRelease> release = container.carrierRelease();
        if (release.filter(each -> each.haulier().isEmpty() || each.haulier().equals(booked.haulier())).isEmpty()) {
            return illegal("NOT_THE_RELEASED_HAULIER", "The release does not name haulier " + booked.haulier() + ".",
                    "放货单未授权车队" + booked.haulier() + "。");
        }
        if (release.filter(each -> each.isExpiredAt(booked.slot())).isPresent()) {
            return illegal("RELEASE_EXPIRED", "The slot lies after the last day of the carrier's release.", "预约时间晚于放货有效期。");
        }
        return moved(state.with(container.booked(new Booking(booked.haulier(), booked.truckPlate(), booked.slot()), at)));
    }

    private static Verdict truckArrives(CaseState state, ContainerState container, String plate, Instant at) {
        if (container.booking().filter(booking -> booking.truckPlate().equals(plate)).isEmpty()) {
            return illegal("NOT_THE_BOOKED_TRUCK", "Truck " + plate + " is not the one booked for container " + container.number() + ".",
                    "车辆" + plate + "不是集装箱" + container.number() + "的预约车辆。");
        }
        return step(state, container, Set.of(Position.APPOINTED), Position.TRUCK_IN, at);
    }

    private static Verdict gateIn(CaseState state, ContainerState container, MovedContainer report, Instant at) {
        if (!report.fullness().equals("4")) {
            return illegal("NOT_AN_EMPTY_RETURN", "An import container comes back empty only.", "进口箱只能空箱返回。");
        }
        return step(state, container, Set.of(Position.GATED_OUT, Position.DELIVERED), Position.RETURNED, at);
    }

    /** Onward by sea: the leg inherits holds and open examinations, so that none is lost by changing ship. */
    private static Verdict load(CaseState state, ContainerState container, Instant at) {
        boolean blocked = state.holds().stream().anyMatch(hold -> hold.covers(container.number()))
                || state.openExaminations().stream().anyMatch(order -> order.openAtPort() && order.covers(container.number()));
        if (!state.manifest().isTranshipment() || blocked || container.position() != Position.IN_YARD) {
            return alarm(container.number().value(), Patience.NONE, Reason.of("LOADED_AGAINST_RULES", "Container " + container.number()
                    + " is reported loaded, but is not free transhipment cargo in the yard.", "集装箱" + container.number() + "报告装船，但不是可装船的中转货物。"));
        }
        return moved(state.with(container.at(Position.LOADED_ONWARD, at)));
    }

    private static boolean isAtSea(ContainerState container) {
        return container.position() == Position.ANNOUNCED || container.position() == Position.ON_BOARD;
    }

    private static Verdict misplaced(ContainerState container) {
        return illegal("CONTAINER_ELSEWHERE", "Container " + container.number() + " is " + container.position() + "; the report does not fit.",
                "集装箱" + container.number() + "的位置与报告不符。");
    }

    private static MovedContainer reportOf(List<MovedContainer> containers, ContainerFact fact) {
        return containers.stream().filter(container -> container.number().equals(fact.container())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The report does not speak of " + fact.container()));
    }
}
