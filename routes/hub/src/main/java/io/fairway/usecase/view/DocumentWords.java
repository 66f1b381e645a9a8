package io.fairway.usecase.view;

import io.fairway.document.BayPlan;
import io.fairway.document.BerthRequest;
import io.fairway.document.BookingConfirmation;
import io.fairway.document.ContainerAnnouncement;
import io.fairway.document.ContainerHandlingOrder;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContentReport;
import io.fairway.document.CustomsResponse;
import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.Document;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.HaulageAnnouncement;
import io.fairway.document.Licence;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.Manifest;
import io.fairway.document.OriginCertificate;
import io.fairway.document.PackingList;
import io.fairway.document.PersonList;
import io.fairway.document.ShipReport;
import io.fairway.document.ShippingInstruction;
import io.fairway.document.StatusReport;
import io.fairway.document.StatusReport.StatusEvent;
import io.fairway.document.StowageInstruction;
import io.fairway.document.SyntaxReport;
import io.fairway.document.TransportDocument;
import io.fairway.document.VerifiedGrossMass;
import io.fairway.document.finding.Text;
import java.util.stream.Collectors;

/** Tells in one plain sentence that a document came in, in English and Chinese. */
final class DocumentWords {

    private DocumentWords() {
    }

    static Text of(Document document) {
        return switch (document) {
            case TransportDocument bill -> came("The transport document " + bill.bill(), "运输单证" + bill.bill());
            case ShippingInstruction instruction -> came("The shipping instruction " + instruction.reference(), "托运指示" + instruction.reference());
            case BookingConfirmation booking -> came("The booking confirmation " + booking.reference(), "订舱确认" + booking.reference());
            case DangerousGoodsDeclaration goods -> came("The dangerous goods declaration " + goods.reference(), "危险货物申报" + goods.reference());
            case ShipReport report -> came("The ship's report " + report.reference(), "船舶申报" + report.reference());
            case BerthRequest request -> came("The berth request " + request.reference(), "靠泊申请" + request.reference());
            case PersonList list -> came("The list of persons " + list.reference(), "人员名单" + list.reference());
            case BayPlan plan -> came("The bay plan " + plan.reference(), "船图" + plan.reference());
            case StowageInstruction instruction -> came("The stowage instruction " + instruction.reference(), "积载指示" + instruction.reference());
            case LoadDischargeOrder order -> came("The loading or discharge order " + order.reference(), "装卸船指令" + order.reference());
            case HaulageAnnouncement announcement -> came("The truck announcement " + announcement.reference(), "集卡预报" + announcement.reference());
            case ContainerAnnouncement announcement -> came("The container announcement " + announcement.reference(),
                    "集装箱预告" + announcement.reference());
            case ContainerHandlingOrder order -> came("The handling order " + order.reference(), "集装箱特殊作业指令" + order.reference());
            case VerifiedGrossMass mass -> came("The verified gross mass " + mass.reference(), "验证总重" + mass.reference());
            case StatusReport report -> status(report);
            case Manifest manifest -> came("The manifest " + manifest.reference(), "舱单" + manifest.reference());
            case GoodsDeclaration declaration -> came("The declaration " + declaration.lrn(), "报关单" + declaration.lrn());
            case CustomsResponse response -> came("The decision " + response.reference(), "海关决定" + response.reference());
            case ContainerReleaseOrder order -> came("The release order " + order.reference(), "放货单" + order.reference());
            case ContainerMovementReport report -> came("The movement report " + report.reference(), "作业报告" + report.reference());
            case Licence licence -> came("The licence " + licence.number(), "许可证" + licence.number());
            case OriginCertificate certificate -> came("The certificate of origin " + certificate.number(), "原产地证" + certificate.number());
            case PackingList list -> came("The packing list " + list.number(), "装箱单" + list.number());
            case SyntaxReport report -> came("The syntax answer to " + report.interchangeReference(), "语法回执" + report.interchangeReference());
            case ContentReport report -> came("The content answer " + report.reference(), "内容回执" + report.reference());
        };
    }

    private static Text came(String english, String chinese) {
        return new Text(english + " came in.", "已收到" + chinese + "。");
    }

    /** The codes are those of UNECE Recommendation 24. */
    private static Text status(StatusReport report) {
        String codes = report.events().stream().map(StatusEvent::status).distinct().collect(Collectors.joining(", "));
        return new Text("Status reported: " + codes + " (report " + report.reference() + ").", "状态报告" + report.reference() + "：" + codes + "。");
    }
}
