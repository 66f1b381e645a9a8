package io.fairway.usecase.view;

import io.fairway.clearance.BulkQuantity;
import io.fairway.clearance.ClearanceEvent;
import io.fairway.document.CustomsResponse;
import io.fairway.document.finding.Text;
import io.fairway.document.id.ContainerNumber;
import java.util.Optional;

/** Tells an event of a case in one plain sentence, in English and Chinese. */
public final class EventWords {

    private EventWords() {
    }

    /** The sentence, without who said it and when. */
    public static Text of(ClearanceEvent event) {
        return switch (event) {
            case ClearanceEvent.ManifestFact manifest -> of(manifest);
            case ClearanceEvent.CustomsDecided decided -> of(decided.response());
            case ClearanceEvent.DeclarationFact declaration -> of(declaration);
            case ClearanceEvent.TechnicallyRejected rejected -> new Text("Customs' system could not read " + rejected.answered() + ".",
                    "海关系统无法读取" + rejected.answered() + "。");
            case ClearanceEvent.DocumentNoted noted -> DocumentWords.of(noted.document());
            case ClearanceEvent.AgencyFact agency -> of(agency);
            case ClearanceEvent.CarrierFact carrier -> of(carrier);
            case ClearanceEvent.BillMoved moved -> of(moved.standing());
            case ClearanceEvent.BulkFact bulk -> of(bulk);
            case ClearanceEvent.ContainerFact container -> of(container);
        };
    }

    private static Text of(ClearanceEvent.ManifestFact event) {
        return switch (event) {
            case ClearanceEvent.ManifestLodged lodged -> new Text("The manifest " + lodged.manifest().reference() + " was lodged.",
                    "舱单" + lodged.manifest().reference() + "已申报。");
            case ClearanceEvent.ManifestAmended amended -> new Text("The manifest " + amended.manifest().reference() + " was changed.",
                    "舱单" + amended.manifest().reference() + "已更改。");
            case ClearanceEvent.ManifestWithdrawn withdrawn -> new Text("The bill was taken off the manifest "
                    + withdrawn.manifest().reference() + ".", "提单已从舱单" + withdrawn.manifest().reference() + "中删除。");
            case ClearanceEvent.ShipArrived _ -> new Text("The ship is alongside.", "船舶已靠泊。");
            case ClearanceEvent.TallyReported tally -> new Text("The discharge was tallied: " + tally.discharged().size() + " containers.",
                    "理货完成，共" + tally.discharged().size() + "个集装箱。");
        };
    }

    private static Text of(CustomsResponse response) {
        String of = response.lrn().map(lrn -> " " + lrn).orElse("");
        String code = response.releaseNumber().isEmpty() ? "" : " (release " + response.releaseNumber() + ")";
        return switch (response.decision()) {
            case MANIFEST_ACCEPTED -> new Text("Customs accepted the manifest.", "海关已接受舱单。");
            case MANIFEST_REJECTED -> new Text("Customs rejected the manifest.", "海关退回舱单。");
            case DO_NOT_LOAD -> new Text("Customs forbade loading.", "海关禁止装船。");
            case AMENDMENT_GRANTED -> new Text("Customs granted the amendment.", "海关同意修改。");
            case AMENDMENT_DENIED -> new Text("Customs denied the amendment.", "海关不同意修改。");
            case REGISTERED -> new Text("Customs registered the declaration" + of + ".", "海关已登记报关单" + of + "。");
            case NOT_ACCEPTED -> new Text("Customs refused the declaration" + of + ".", "海关退回报关单" + of + "。");
            case ACCEPTED -> new Text("Customs accepted the declaration" + of + ".", "海关已接受报关单" + of + "。");
            case DOCUMENTS_REQUIRED -> new Text("Customs wants documents for the declaration" + of + ".", "海关要求提交报关单" + of + "的单证。");
            case DOCUMENTS_SUFFICIENT -> new Text("Customs is content with the documents of the declaration" + of + ".",
                    "报关单" + of + "的单证审核通过。");
            case EXAMINATION_ORDERED -> new Text("Customs ordered an examination.", "海关布控查验。");
            case EXAMINATION_PASSED -> new Text("The examination by customs found nothing wrong.", "海关查验正常。");
            case DISCREPANCY_FOUND -> new Text("The examination by customs found a discrepancy.", "海关查验发现不符。");
            case HOLD_PLACED -> new Text("Customs placed a hold.", "海关已扣留。");
            case HOLD_LIFTED -> new Text("Customs lifted a hold.", "海关已解除扣留。");
            case DUTY_ASSESSED -> new Text("Customs assessed the duty of the declaration" + of + ".", "海关已核定报关单" + of + "的税款。");
            case DUTY_PAID -> new Text("The duty of the declaration" + of + " is paid.", "报关单" + of + "的税款已缴纳。");
            case GUARANTEE_ACCEPTED -> new Text("Customs accepted a guarantee for the declaration" + of + ".", "海关已接受报关单" + of + "的担保。");
            case RELEASED -> new Text("Customs released the goods" + code + ".", "海关已放行" + code + "。");
            case CLOSED -> new Text("Customs closed the declaration" + of + ".", "报关单" + of + "已结关。");
            case CANCELLED -> new Text("Customs cancelled the declaration" + of + ".", "海关已撤销报关单" + of + "。");
            case RELEASE_CANCELLED -> new Text("Customs took its release back.", "海关已撤销放行。");
        };
    }

    private static Text of(ClearanceEvent.DeclarationFact event) {
        String lrn = event.key().lrn().value();
        return switch (event) {
            case ClearanceEvent.DeclarationSubmitted _ -> new Text("The goods were declared: " + lrn + ".", "货物已申报：" + lrn + "。");
            case ClearanceEvent.DeclarationAmended _ -> new Text("The declaration " + lrn + " was changed.", "报关单" + lrn + "已修改。");
            case ClearanceEvent.DeclarationCancellationRequested _ -> new Text("The declarant asked to cancel the declaration " + lrn + ".",
                    "申报人申请撤销报关单" + lrn + "。");
            case ClearanceEvent.AttachmentReceived attached -> new Text("A document of type " + attached.document().typeCode()
                    + " was uploaded for the declaration " + lrn + ".", "报关单" + lrn + "已上传单证（类型" + attached.document().typeCode() + "）。");
        };
    }

    private static Text of(ClearanceEvent.AgencyFact event) {
        return switch (event) {
            case ClearanceEvent.HoldPlaced placed -> new Text("A hold was placed: " + placed.hold().id() + ".", "已扣留：" + placed.hold().id() + "。");
            case ClearanceEvent.HoldLifted lifted -> new Text("The hold " + lifted.id() + " was lifted.", "扣留" + lifted.id() + "已解除。");
            case ClearanceEvent.ExaminationOrdered ordered -> new Text("An examination was ordered: " + ordered.id() + ".",
                    "已下达查验指令：" + ordered.id() + "。");
            case ClearanceEvent.ExaminationConcluded concluded -> switch (concluded.result()) {
                case PASSED -> new Text("The examination " + concluded.id() + " found nothing wrong.", "查验" + concluded.id() + "正常。");
                case DISCREPANCY -> new Text("The examination " + concluded.id() + " found a discrepancy.", "查验" + concluded.id() + "发现不符。");
            };
        };
    }

    private static Text of(ClearanceEvent.CarrierFact event) {
        return switch (event) {
            case ClearanceEvent.CarrierReleased released -> new Text("The carrier released its containers, order "
                    + released.order().releaseReference() + ".", "船公司已放货，放货单" + released.order().releaseReference() + "。");
            case ClearanceEvent.CarrierReleaseRevoked revoked -> new Text("The carrier took back its release "
                    + revoked.order().releaseReference() + ".", "船公司已撤销放货单" + revoked.order().releaseReference() + "。");
            case ClearanceEvent.ReleaseExpired expired -> new Text("The carrier's release " + expired.releaseReference() + " has expired.",
                    "船公司放货单" + expired.releaseReference() + "已过期。");
        };
    }

    private static Text of(ClearanceEvent.BillMoved.Standing standing) {
        return switch (standing) {
            case ISSUED -> new Text("The carrier issued the electronic bill.", "船公司已签发电子提单。");
            case SURRENDERED_FOR_DELIVERY -> new Text("The electronic bill was surrendered for delivery.", "电子提单已为提货交回。");
            case SURRENDERED_FOR_CHANGE -> new Text("The electronic bill was surrendered to be changed.", "电子提单已为更改交回。");
            case GIVEN_BACK -> new Text("The surrender of the electronic bill was not accepted.", "电子提单的交回未被接受。");
            case ACCOMPLISHED -> new Text("The carrier accepted the surrender of the electronic bill.", "船公司已接受电子提单的交回。");
            case REPLACED -> new Text("The carrier replaced the electronic bill by another.", "船公司已换发电子提单。");
            case ON_PAPER -> new Text("The carrier replaced the electronic bill by paper.", "电子提单已转换为纸质提单。");
            case VOID -> new Text("The electronic bill is void.", "电子提单已作废。");
        };
    }

    private static Text of(ClearanceEvent.BulkFact event) {
        return switch (event) {
            case ClearanceEvent.BulkReleased released -> new Text("The carrier released " + words(released.quantity()) + " in bulk, release "
                    + released.release() + ".", "船公司已放行散货" + words(released.quantity()) + "，放货单" + released.release() + "。");
            case ClearanceEvent.BulkFetched fetched -> new Text("Of the bulk release " + fetched.release() + " " + words(fetched.quantity())
                    + " was fetched.", "散货放货单" + fetched.release() + "已提取" + words(fetched.quantity()) + "。");
            case ClearanceEvent.BulkReleaseEnded ended -> new Text("The bulk release " + ended.release() + " was taken back or has expired.",
                    "散货放货单" + ended.release() + "已撤销或过期。");
        };
    }

    private static String words(Optional<BulkQuantity> quantity) {
        return quantity.map(BulkQuantity::toString).orElse("?");
    }

    private static Text of(ClearanceEvent.ContainerFact event) {
        ContainerNumber number = event.container();
        return switch (event) {
            case ClearanceEvent.ContainerOnBoard _ -> container(number, "is on the ship", "已在船上");
            case ClearanceEvent.DischargeOrdered _ -> container(number, "is to be discharged", "待卸船");
            case ClearanceEvent.ContainerDischarged _ -> container(number, "was discharged", "已卸船");
            case ClearanceEvent.ContainerLoaded _ -> container(number, "was loaded on a ship", "已装船");
            case ClearanceEvent.ContainerGatedIn _ -> container(number, "came in by the gate", "已进闸");
            case ClearanceEvent.ContainerGatedOut _ -> container(number, "left by the gate", "已出闸");
            case ClearanceEvent.MovementWithdrawn _ -> container(number, "had a movement reported that the terminal took back", "的移动报告已被码头撤回");
            case ClearanceEvent.MovedToExamination _ -> container(number, "was moved to examination", "已移至查验场");
            case ClearanceEvent.ReturnedFromExamination _ -> container(number, "came back from examination, sealed again", "查验后已归位并重新施封");
            case ClearanceEvent.PickupBooked _ -> container(number, "was booked for pick-up", "已预约提箱");
            case ClearanceEvent.TruckArrived _ -> container(number, "has its truck in the terminal", "的集卡已进场");
            case ClearanceEvent.LoadedOnTruck _ -> container(number, "was put on its truck", "已装上集卡");
            case ClearanceEvent.ExitAcknowledged _ -> container(number, "was reported to customs as gone", "的出场已报告海关");
        };
    }

    private static Text container(ContainerNumber number, String english, String chinese) {
        return new Text("Container " + number + " " + english + ".", "集装箱" + number + chinese + "。");
    }
}
