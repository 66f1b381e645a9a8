package io.fairway.clearance;

import io.fairway.document.id.ContainerNumber;
import java.util.Set;

/** What stands in the way of a release or of the gate, in words for drivers, clerks and declarants. */
final class Reasons {
    private static final Set<String> CONTRADICTIONS = Set.of("GATE_OUT_WITHOUT_RELEASE", "MOVEMENT_WITHDRAWN", "NOT_THE_BOOKED_TRUCK",
            "NOT_THE_RELEASED_HAULIER", "RECALL", "LOADED_AGAINST_RULES");

    private Reasons() {
    }

    static Verdict billNotSurrendered() {
        return Verdict.waits(Verdict.Patience.UNTIL_IT_FITS, "BILL_NOT_SURRENDERED",
                "The bill is electronic, and the ledger has no accepted surrender of it; the release counts once it has.",
                "该提单为电子提单，账本上尚无已被接受的交回；接受交回后放货单方生效。");
    }

    static Reason manifestNotInForce() {
        return Reason.of("MANIFEST_NOT_ACCEPTED", "Customs has not accepted the ship's manifest for this consignment.",
                "海关尚未接受该票货物的舱单。");
    }

    static Reason containerUnknown(ContainerNumber container) {
        return Reason.of("CONTAINER_NOT_MANIFESTED", "Container " + container + " is not on an accepted manifest.",
                "集装箱" + container + "不在已接受的舱单上。");
    }

    static Reason transhipment() {
        return Reason.of("TRANSHIPMENT", "The goods change ship here; they do not leave by the gate.", "货物在本港中转，不得出闸。");
    }

    static Reason notDeclared() {
        return Reason.of("NOT_DECLARED", "No goods declaration covers the container.", "该集装箱没有报关单。");
    }

    static Reason notReleased(DeclarationState declaration, DeclarationStage stage) {
        String lrn = declaration.key().lrn().value();
        return Reason.of("NOT_RELEASED_BY_CUSTOMS", "Customs has not released declaration " + lrn + " (" + words(stage) + ").",
                "海关尚未放行报关单" + lrn + "。");
    }

    static String words(DeclarationStage stage) {
        return switch (stage) {
            case PRE_LODGED -> "waits for the manifest";
            case DRAFT -> "to be corrected by the declarant";
            case SUBMITTED -> "with customs, no answer yet";
            case REGISTERED -> "registered, not accepted yet";
            case REJECTED -> "not accepted by customs";
            case HELD -> "held";
            case EXAMINATION -> "examination at the port open";
            case DOCUMENT_CHECK -> "documents outstanding";
            case DUTY_DUE -> "duty not settled";
            case AMENDMENT_PENDING -> "a change waits for customs";
            case PARTLY_RELEASED -> "other containers released";
            case ACCEPTED -> "accepted";
            case RELEASED -> "released";
            case CLOSED -> "closed";
            case CANCELLED -> "cancelled";
            case WITHDRAWN -> "withdrawn";
        };
    }

    static Reason held(Hold hold) {
        String why = hold.reason().isEmpty() ? "" : ": " + hold.reason();
        return Reason.of("HELD", "Held by " + hold.agency().english() + " (hold " + hold.id() + why + ").",
                hold.agency().chinese() + "布控（" + hold.id() + "）。");
    }

    static Reason portExaminationOpen(ExaminationOrder order) {
        return Reason.of("EXAMINATION_AT_PORT", "Examination " + order.id() + " by " + order.agency().english() + " at the port is not finished.",
                order.agency().chinese() + "口岸查验（" + order.id() + "）未完成。");
    }

    static Reason destinationExaminationOpen(ExaminationOrder order) {
        return Reason.of("EXAMINATION_AT_DESTINATION", "May leave, but not be sold or used before examination " + order.id() + " by "
                + order.agency().english() + " at destination.", "准予提离；目的地查验（" + order.id() + "）完成前不得销售或使用。");
    }

    static Reason alreadyGone(ContainerNumber container) {
        return Reason.of("ALREADY_GONE", "Container " + container + " has already left the terminal.", "集装箱" + container + "已离开码头。");
    }

    static Reason notDischarged(ContainerNumber container) {
        return Reason.of("NOT_DISCHARGED", "Container " + container + " is not reported as discharged.", "集装箱" + container + "尚未卸船。");
    }

    static Reason atExamination(ContainerNumber container) {
        return Reason.of("AT_EXAMINATION", "Container " + container + " is at the place of examination.", "集装箱" + container + "在查验场地。");
    }

    static Reason noCarrierRelease() {
        return Reason.of("NO_CARRIER_RELEASE", "The carrier has not released the container.", "船公司尚未放货。");
    }

    static Reason releaseExpired(CarrierRelease release) {
        return Reason.of("RELEASE_EXPIRED", "The carrier's release " + release.reference() + " is past its last day; ask the carrier for a new one.",
                "船公司放货单" + release.reference() + "已过期，请联系船公司。");
    }

    static Reason contradicted(ContainerNumber container) {
        return Reason.of("REPORTS_CONTRADICT", "Reports about container " + container + " contradict each other; go to the clerk.",
                "集装箱" + container + "的报告相互矛盾，请到人工窗口。");
    }

    /** Whether an alert of this reason means that we no longer know where the container is or who has it. */
    static boolean isContradiction(Reason reason) {
        return CONTRADICTIONS.contains(reason.code());
    }
}
