package io.fairway.xml.mapping;

import io.fairway.document.ContainerSeal;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.LoadDischargeOrder.Operation;
import io.fairway.document.LoadDischargeOrder.OrderedContainer;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a loading manifest (MT4101): per consignment the order to load its containers. */
final class MtLoadingReading extends MtSubjects {
    private static final String SHIP = "BorderTransportMeans";

    private final Optional<Header> header;

    private record Header(String reference, DocumentFunction function, Instant issuedAt, Voyage voyage, Optional<Instant> arrival,
                          String carrier) {
    }

    private MtLoadingReading(FieldReader heading, Optional<Header> header, XmlSession session) {
        super(heading, session);
        this.header = header;
    }

    static MtLoadingReading of(XmlElement heading, XmlSession session) {
        FieldReader fields = FieldReader.of(heading, "", session::finding);
        return new MtLoadingReading(fields, headerOf(fields, session), session);
    }

    private static Optional<Header> headerOf(FieldReader fields, XmlSession session) {
        var time = XmlValues.localTime(session.profile().zone());
        List.of("Head/MessageType", "Head/SenderID", "Head/ReceiverID", "Head/Version", SHIP + "/TypeCode").forEach(fields::marker);
        Optional<String> reference = fields.required("reference", "Head/MessageID", MtForm::documentNumber);
        Optional<DocumentFunction> function = fields.required("function", "Head/FunctionCode", MtManifestReading::functionOf);
        Optional<Instant> issuedAt = fields.required("issuedAt", "Head/SendTime", time);
        Optional<ShipId> ship = fields.required("voyage.ship", SHIP + "/ID", MtShip::of);
        Optional<VoyageNumber> number = fields.required("voyage.number", SHIP + "/JourneyID", VoyageNumber::new);
        String shipName = fields.text("voyage.shipName", SHIP + "/Name");
        Optional<Instant> arrival = fields.value("estimatedArrival", SHIP + "/ArrivalDateTime", time);
        String carrier = fields.text("carrier", "Carrier/ID");
        String own = fields.text("voyage.carrierCode", SHIP + "/@CarrierID");
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        var voyage = new Voyage(ship.orElseThrow(), shipName, number.orElseThrow(), own.isEmpty() ? carrier : own);
        return Optional.of(new Header(reference.orElseThrow(), function.orElseThrow(), issuedAt.orElseThrow(), voyage, arrival, carrier));
    }

    @Override
    String pathOfSubject() {
        return "";
    }

    @Override
    Optional<Document> documentOf(FieldReader fields) {
        fields.marker("TransportContractDocument/ConditionCode");
        Optional<BillNumber> bill = fields.required("containers[0].bill", "TransportContractDocument/ID", BillNumber::new);
        Optional<UnLocode> port = fields.value("port", "LoadingLocation/ID", MtPlace::port);
        List<OrderedContainer> containers = new ArrayList<>();
        for (FieldReader container : fields.children("TransportEquipment", "containers")) {
            containerOf(container, bill).ifPresent(containers::add);
        }
        if (containers.isEmpty() && fields.isComplete()) {
            fields.missing("TransportEquipment", "containers");
        }
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        return header.map(shared -> new LoadDischargeOrder(shared.reference, shared.function, Operation.LOAD, Optional.of(shared.issuedAt),
                shared.voyage, port, shared.arrival, shared.carrier, containers));
    }

    private static Optional<OrderedContainer> containerOf(FieldReader fields, Optional<BillNumber> bill) {
        Optional<ContainerNumber> number = fields.required("number", "EquipmentIdentification/ID", ContainerNumber::new);
        String sizeType = fields.text("sizeType", "CharacteristicCode");
        String fullness = fields.text("fullness", "FullnessCode");
        List<ContainerSeal> seals = fields.children("SealID", "seals").stream()
                .map(seal -> new ContainerSeal(seal.text("number", ""), seal.text("affixedBy", "@AgencyCode"))).toList();
        String status = fields.text("status", "@StatusCode");
        String booking = fields.text("bookingNumber", "@BookingID");
        String cell = fields.text("cell", "@StowageLocationID");
        Optional<UnLocode> loading = fields.value("portOfLoading", "@LoadingLocationID", UnLocode::new);
        Optional<UnLocode> discharge = fields.value("portOfDischarge", "@UnloadingLocationID", UnLocode::new);
        var gross = fields.value("grossKilograms", "@GrossMassMeasure", XmlValues::decimal);
        var verified = fields.value("verifiedKilograms", "@VerifiedMassMeasure", XmlValues::decimal);
        var dangerous = MtConsignmentReading.dangerous(fields);
        return number.map(sound -> new OrderedContainer(sound, sizeType, status, fullness, bill, booking, loading, discharge, cell, gross,
                verified, seals, dangerous));
    }
}
