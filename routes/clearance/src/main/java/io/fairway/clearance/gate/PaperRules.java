package io.fairway.clearance.gate;

import io.fairway.clearance.Reason;
import io.fairway.clearance.gate.GatePapers.Booking;
import io.fairway.clearance.gate.GatePapers.BookingState;
import io.fairway.clearance.gate.GatePapers.HolderStanding;
import io.fairway.clearance.gate.GatePapers.Purpose;
import io.fairway.clearance.gate.GatePapers.Release;
import io.fairway.clearance.gate.RuleOutcome.Result;
import java.util.List;
import java.util.Optional;

/** What the papers say at this moment: the carrier's release, customs, the booking, and what an earlier gate demanded. */
final class PaperRules {

    private PaperRules() {
    }

    static RuleOutcome release(GateInputs inputs, GatePapers papers) {
        Check check = new Check(inputs, GateRule.RELEASE, Optional.of(papers.container()));
        if (papers.release().isEmpty()) {
            return check.lacks(Result.REFUSE, "NO_CARRIER_RELEASE", "The carrier has not released the container.", "船公司尚未放货，不得出闸。");
        }
        Release release = papers.release().get();
        check.uses("release", release.reference(), papers).uses("held by", release.heldBy(), papers);
        if (isStale(inputs, papers)) {
            return check.refuses("RELEASE_NOT_CERTAIN", "Whether the release still stands is not known. Please use the manual lane.",
                    "无法确认放货状态，请走人工通道。");
        }
        if (release.validUntil().filter(inputs.decidedAt()::isAfter).isPresent()) {
            return check.refuses("RELEASE_EXPIRED", "The carrier's release " + release.reference() + " has expired.", "船公司放货单已过期。");
        }
        String haulier = papers.appointment().filter(booked -> booked.purpose() == Purpose.PICK_UP).map(booked -> booked.haulier()).orElse("");
        check.uses("haulier booked", haulier, papers);
        if (haulier.isEmpty() || !haulier.equals(release.heldBy())) {
            return check.refuses("NOT_THE_RELEASED_HAULIER", "The release is not held by the haulier of this truck.", "放货权不属于本车队。");
        }
        check.uses("standing of the haulier", release.standing(), papers);
        if (release.standing() == HolderStanding.MAY_NOT_ACT) {
            return check.refuses("HAULIER_MAY_NOT_ACT", "The haulier's registration is suspended or has ended; its release cannot be used now.",
                    "车队登记已暂停或失效，放货权暂不可用。");
        }
        return check.passes("RELEASED_BY_CARRIER", "Release " + release.reference() + " is valid and held by " + haulier + ".",
                "船公司放货单" + release.reference() + "有效。");
    }

    static RuleOutcome customs(GateInputs inputs, GatePapers papers) {
        Check check = new Check(inputs, GateRule.CUSTOMS, Optional.of(papers.container()));
        if (papers.customs().isEmpty()) {
            return check.lacks(Result.REFUSE, "CUSTOMS_NOT_KNOWN", "What customs says of the container is not known.", "海关状态未知，不得通过。");
        }
        List<Reason> against = papers.customs().get();
        check.uses("customs and holds", against.isEmpty() ? "nothing against it" : against.getFirst().code(), papers);
        if (isStale(inputs, papers)) {
            return check.refuses("CUSTOMS_NOT_CERTAIN", "The last word of customs is too old. Please use the manual lane.",
                    "海关状态已过时效，请走人工通道。");
        }
        return against.isEmpty() ? check.passes("CUSTOMS_AGREES", "Customs and the other authorities hold nothing against it.", "海关及其他部门无异议。")
                : check.ends(Result.REFUSE, against.getFirst());
    }

    static RuleOutcome booking(GateInputs inputs, GatePapers papers) {
        Check check = new Check(inputs, GateRule.BOOKING, Optional.of(papers.container()));
        if (papers.booking().isEmpty()) {
            return check.refuses("NO_BOOKING", "No booking is known for the container.", "没有订舱信息，不得进闸。");
        }
        Booking booking = papers.booking().get();
        check.uses("booking", booking.reference() + " " + booking.state(), papers).uses("cut-off", booking.cutOff(), papers);
        if (isStale(inputs, papers)) {
            return check.refuses("BOOKING_NOT_CERTAIN", "Whether the booking still stands is not known. Please use the manual lane.",
                    "无法确认订舱状态，请走人工通道。");
        }
        if (booking.state() == BookingState.CLOSED || inputs.decidedAt().isAfter(booking.cutOff())) {
            return check.refuses("BOOKING_CLOSED", "The booking " + booking.reference() + " takes no more containers.", "该订舱已截关。");
        }
        if (papers.mass().filter(mass -> mass.basis() == GatePapers.Basis.VERIFIED).isEmpty()) {
            return check.refuses("NO_VERIFIED_MASS", "The verified gross mass is missing (SOLAS VI/2).", "缺少经核实的总重（VGM），不得进闸。");
        }
        return check.passes("BOOKING_OPEN", "Booking " + booking.reference() + " is open and the verified gross mass is there.", "订舱有效，VGM已提供。");
    }

    static RuleOutcome earlierGate(GateInputs inputs, GatePapers papers) {
        Check check = new Check(inputs, GateRule.EARLIER_GATE, Optional.of(papers.container()));
        papers.demands().forEach(demand -> check.uses("demanded", demand.rule() + " at " + demand.transaction(), papers));
        return papers.demands().isEmpty() ? check.passes("NOTHING_DEMANDED", "No earlier gate demanded anything.", "前一卡口无未了要求。")
                : check.refuses("INSPECTION_OUTSTANDING", "An earlier gate demanded an inspection that is not reported done.",
                        "前一卡口要求的查验尚未完成。");
    }

    private static boolean isStale(GateInputs inputs, GatePapers papers) {
        return inputs.decidedAt().isAfter(papers.goodUntil());
    }
}
