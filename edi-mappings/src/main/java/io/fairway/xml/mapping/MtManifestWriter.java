package io.fairway.xml.mapping;

import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Manifest;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.xml.XmlOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Writes a manifest as MT1101 or MT2101, elements in the order of customs' samples. In this form the message id is the number of the
 * document; the manifest's own number is kept as additional information at the end. What the form has no element for is said
 * in attributes, which receivers that do not know them pass over: weights and packages of a container
 * ({@code TransportEquipment}: {@code GrossMassMeasure, TareMassMeasure, PackageQuantity}), class, flashpoint and packing group
 * of dangerous goods ({@code UNDGCode}), UN/LOCODE of the place of delivery ({@code DeliveryDestination}), the onward voyage
 * ({@code TranshipmentLocation}), a carrier code of the voyage that is not the carrier's ({@code BorderTransportMeans}).
 */
final class MtManifestWriter implements DocumentWriter {
    private final MtType type;

    MtManifestWriter(MtType type) {
        this.type = type;
    }

    @Override
    public String dialect() {
        return type.name();
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof Manifest manifest)) {
            throw new UnwritableDocumentException("", type + " says a manifest only");
        }
        if (manifest.consignments().isEmpty()) {
            throw new UnwritableDocumentException("consignments", "a manifest has at least one consignment");
        }
        XmlOutput xml = MtHead.write(type, envelope, functionOf(manifest.function()), manifest.issuedAt());
        xml.open("Declaration").open("RepresentativePerson").leaf("envelope.sender", "Name", envelope.sender()).close();
        writeHeader(xml, manifest, envelope.zone());
        var consignments = new MtConsignmentWriting(xml, manifest, envelope.zone(), type);
        for (int i = 0; i < manifest.consignments().size(); i++) {
            consignments.write(manifest.consignments().get(i), "consignments[" + i + "]");
        }
        xml.open("AdditionalInformation").leaf("reference", "Content", manifest.reference()).close();
        return xml.close().close().bytes();
    }

    /** The form has no replacing and no cancelling: replacing is a change, cancelling a deletion. */
    static String functionOf(DocumentFunction function) {
        return switch (function) {
            case ORIGINAL -> "9";
            case CHANGE, REPLACE -> "5";
            case CANCEL, DELETE -> "3";
            case RESPONSE -> throw new UnwritableDocumentException("function", "a manifest is not a response");
        };
    }

    private void writeHeader(XmlOutput xml, Manifest manifest, ZoneId zone) {
        manifest.portOfDeparture().ifPresent(port ->
                xml.open("ExitCustomsOffice").leaf("portOfDeparture", "ID", MtPlace.written(port, isImport() ? "" : manifest.customsOffice())).close());
        if (!isImport() && manifest.portOfDeparture().isEmpty()) {
            xml.leaf("customsOffice", "DeclarationOfficeID", manifest.customsOffice());
        }
        manifest.agent().ifPresent(agent -> MtParty.write(xml, "Agent", "agent", agent));
        MtParty.write(xml, "Carrier", "carrier", manifest.carrier());
        Voyage voyage = manifest.voyage();
        String ownCarrierCode = voyage.carrierCode().equals(manifest.carrier().code()) ? "" : voyage.carrierCode();
        xml.open("BorderTransportMeans").attribute("voyage.carrierCode", "CarrierID", ownCarrierCode)
                .leaf("voyage.number", "JourneyID", voyage.number().value())
                .leaf("", "TypeCode", "1")
                .leaf("voyage.ship", "ID", MtShip.written("voyage.ship", voyage.ship()))
                .leaf("voyage.shipName", "Name", voyage.shipName())
                .leaf("portOfArrival", "FirstArrivalLocationID", MtPlace.written(manifest.portOfArrival(), isImport() ? manifest.customsOffice() : ""));
        writeTime(xml, "estimatedArrival", "ArrivalDateTime", manifest.estimatedArrival(), zone);
        writeTime(xml, "departedAt", "DepartureDateTime", manifest.departedAt(), zone);
        xml.close();
    }

    private boolean isImport() {
        return type == MtType.MT1101;
    }

    private static void writeTime(XmlOutput xml, String path, String element, Optional<Instant> time, ZoneId zone) {
        xml.leaf(path, element, time.map(there -> XmlValues.writtenLocally(there, zone)).orElse(""));
    }
}
