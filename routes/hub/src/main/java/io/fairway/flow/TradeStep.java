package io.fairway.flow;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerNotice;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContentReport;
import io.fairway.document.CustomsResponse;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Manifest;
import io.fairway.document.PortCallDocument;
import io.fairway.document.ShipmentDocument;
import io.fairway.document.StatusReport;
import io.fairway.document.SyntaxReport;
import io.fairway.document.TradeDocument;
import io.fairway.usecase.DueOutbound;

/** Which step of the trade an outbound document belongs to. */
public final class TradeStep {

    /** The seam of the step's route. */
    public String seamOf(DueOutbound due) {
        return switch (due.outbound().document()) {
            case Manifest ignored -> Seams.TELL_MANIFEST;
            case GoodsDeclaration ignored -> Seams.TELL_DECLARATION;
            case CustomsResponse ignored -> Seams.TELL_DECISION;
            case ContainerReleaseOrder ignored -> Seams.TELL_RELEASE_ORDER;
            case ContainerMovementReport ignored -> Seams.TELL_MOVEMENT;
            case PortCallDocument ignored -> Seams.TELL_PORT_CALL;
            case ShipmentDocument ignored -> Seams.TELL_SHIPMENT;
            case ContainerNotice ignored -> Seams.TELL_CONTAINER_NOTICE;
            case StatusReport ignored -> Seams.TELL_STATUS;
            case TradeDocument ignored -> Seams.TELL_DECLARATION;
            case SyntaxReport ignored -> Seams.TELL_ANSWER;
            case ContentReport ignored -> Seams.TELL_ANSWER;
        };
    }
}
