package io.fairway.clearance.gate;

import io.fairway.clearance.gate.GatePapers.Appointment;
import io.fairway.clearance.gate.RuleOutcome.Result;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who comes: the truck and its driver against the appointment. */
final class TruckRules {

    private TruckRules() {
    }

    static RuleOutcome identity(GateInputs inputs, GatePapers papers) {
        Check check = new Check(inputs, GateRule.IDENTITY, Optional.of(papers.container()));
        SeenTruck seen = inputs.seen();
        seen.plate().ifPresent(plate -> check.uses("plate", plate));
        seen.tagPlate().ifPresent(plate -> check.uses("plate of the tag", plate));
        Optional<Appointment> appointment = papers.appointment();
        if (appointment.isEmpty()) {
            return check.lacks(Result.HOLD, "NO_APPOINTMENT", "No appointment is known for container " + papers.container() + ".",
                    "集装箱" + papers.container() + "没有预约。");
        }
        Appointment booked = appointment.get();
        check.uses("appointment", booked.reference() + " for " + booked.plate(), papers);
        if (inputs.decidedAt().isBefore(booked.from()) || inputs.decidedAt().isAfter(booked.until())) {
            return check.holds("OUTSIDE_SLOT", "The appointment is for another time: " + booked.from() + " to " + booked.until() + ".",
                    "不在预约时段内。");
        }
        return compared(check, seen, plain(booked.plate()));
    }

    /** Two of three: camera, tag and appointment. */
    private static RuleOutcome compared(Check check, SeenTruck seen, String booked) {
        List<String> read = seen.plate().map(told -> plain(told.value())).stream().toList();
        List<String> tag = seen.tagPlate().map(told -> plain(told.value())).stream().toList();
        if (read.isEmpty() && tag.isEmpty()) {
            return check.lacks(Result.HOLD, "PLATE_NOT_READ", "The plate was not read. Please wait for the clerk.", "未识别到车牌，请等候人工处理。");
        }
        boolean readAgrees = read.contains(booked);
        boolean tagAgrees = tag.contains(booked);
        if (readAgrees && (tag.isEmpty() || tagAgrees)) {
            return check.passes("TRUCK_IS_BOOKED", "Truck " + booked + " is the one of the appointment.", "车辆" + booked + "与预约一致。");
        }
        if (tagAgrees && read.isEmpty()) {
            return check.passes("TAG_IS_BOOKED", "The tag says the truck is " + booked + ", as booked.", "电子车牌" + booked + "与预约一致。");
        }
        if (readAgrees || tagAgrees) {
            return check.holds("PLATE_AND_TAG_DISAGREE", "Plate and tag do not belong to the same truck.", "车牌与电子标签不一致，请等候人工处理。");
        }
        return check.holds("NOT_THE_BOOKED_TRUCK", "This truck is not the one of the appointment.", "车辆与预约不符，请等候人工处理。");
    }

    static RuleOutcome driver(GateInputs inputs, GatePapers papers) {
        Check check = new Check(inputs, GateRule.DRIVER, Optional.of(papers.container()));
        Optional<Told<String>> seen = inputs.seen().driver();
        seen.ifPresent(driver -> check.uses("driver", driver));
        Optional<Appointment> appointment = papers.appointment();
        if (appointment.isEmpty() || appointment.get().driver().isEmpty()) {
            return check.lacks(Result.HOLD, "NO_DRIVER_NAMED", "The appointment names no driver.", "预约未登记司机。");
        }
        check.uses("driver booked", appointment.get().driver(), papers);
        if (seen.isEmpty()) {
            return check.lacks(Result.HOLD, "DRIVER_NOT_IDENTIFIED", "Please identify yourself at the kiosk.", "请在自助终端刷卡识别身份。");
        }
        return seen.get().value().equals(appointment.get().driver())
                ? check.passes("DRIVER_IS_BOOKED", "The driver is the one of the appointment.", "司机与预约一致。")
                : check.holds("NOT_THE_BOOKED_DRIVER", "The driver is not the one of the appointment.", "司机与预约不符，请等候人工处理。");
    }

    /** Plates are compared without blanks, dots and hyphens. */
    static String plain(String plate) {
        return plate.toUpperCase(Locale.ROOT).replaceAll("[\\s.·-]", "");
    }
}
