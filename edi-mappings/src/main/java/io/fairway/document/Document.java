package io.fairway.document;

/**
 * What a party said, free of syntax. A reading emits a document in parts, each of them a complete document that speaks of
 * one consignment: a manifest of 500 bills becomes 500 manifests of one bill with the same header.
 */
public sealed interface Document permits Manifest, GoodsDeclaration, CustomsResponse, ContainerReleaseOrder,
        ContainerMovementReport, StatusReport, ShipmentDocument, PortCallDocument, ContainerNotice, TradeDocument, SyntaxReport, ContentReport {
}
