package io.fairway.xml.mapping;

import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.Voyage;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.CallSign;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.MmsiNumber;
import io.fairway.document.id.ShipCode;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.ShipName;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ship, place and containers of a WCO declaration. The ship is the means of arrival or (export) of departure, identified by its
 * IMO number (type 10) or its name (type 11); any other number of a ship is said in a statement. The port of discharge of an import is
 * the goods location by UN/LOCODE (qualifier {@code U}): country, and a name whose first three characters complete the code.
 */
final class WcoTransport {
    private static final String IMO = "10";
    private static final String NAME = "11";
    private static final String BY_UN_LOCODE = "U";
    private static final int PLACE_LENGTH = 3;
    private static final String LOCATION = "Consignment/GoodsLocation";
    private static final int SHIP_NAME_LIMIT = 35;
    private static final int CARRIER_LIMIT = 17;

    private final FieldReader declaration;
    private final FieldReader shipment;

    WcoTransport(FieldReader declaration, FieldReader shipment) {
        this.declaration = declaration;
        this.shipment = shipment;
    }

    List<ContainerNumber> readContainers() {
        List<ContainerNumber> containers = new ArrayList<>();
        shipment.marker("Consignment/ContainerCode");
        shipment.child("Consignment", "").ifPresent(consignment -> {
            for (FieldReader container : consignment.each("TransportEquipment")) {
                container.marker("SequenceNumeric");
                container.required("containers[" + containers.size() + "]", "ID", ContainerNumber::new).ifPresent(containers::add);
            }
        });
        return containers;
    }

    /** Empty when no voyage number is said, as the profile has none; the ship is in the loss report then. */
    Optional<Voyage> readVoyage() {
        Optional<VoyageNumber> number = WcoStatement.VOYAGE.read(declaration, "voyage.number", VoyageNumber::new);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        boolean isArrival = shipment.child("Consignment/ArrivalTransportMeans", "").isPresent();
        String means = "Consignment/" + (isArrival ? "Arrival" : "Departure") + "TransportMeans";
        boolean isByName = shipment.marker(means + "/IdentificationTypeCode").equals(NAME);
        Optional<ShipId> ship = shipment.<ShipId>value("voyage.ship", means + "/ID", isByName ? ShipName::of : ImoNumber::new)
                .or(() -> WcoStatement.SHIP.read(declaration, "voyage.ship", ShipId::of));
        declaration.marker("BorderTransportMeans/ModeCode");
        String name = shipment.value("voyage.shipName", means + "/Name", Function.<String>identity())
                .or(() -> WcoStatement.SHIP_NAME.read(declaration, "voyage.shipName", Function.identity())).orElse("");
        String carrier = declaration.text("voyage.carrierCode", "Consignment/Carrier/ID");
        return ship.map(known -> new Voyage(known, name, number.get(), carrier));
    }

    Optional<UnLocode> readPortOfDischarge() {
        Optional<UnLocode> stated = WcoStatement.DISCHARGE.read(declaration, "portOfDischarge", UnLocode::new);
        String place = shipment.peek(LOCATION + "/Name");
        if (stated.isPresent() || place.length() < PLACE_LENGTH
                || !shipment.peek(LOCATION + "/Address/TypeCode").equals(BY_UN_LOCODE)) {
            return stated;
        }
        shipment.marker(LOCATION + "/TypeCode");
        shipment.marker(LOCATION + "/Address/TypeCode");
        String country = shipment.marker(LOCATION + "/Address/CountryCode");
        return shipment.value("portOfDischarge", LOCATION + "/Name", name -> new UnLocode(country + name.substring(0, PLACE_LENGTH)));
    }

    static void writeStatements(XmlOutput xml, GoodsDeclaration declaration) {
        declaration.voyage().ifPresent(voyage -> {
            WcoStatement.VOYAGE.write(xml, "voyage.number", voyage.number().value());
            if (!isOfTheProfile(voyage.ship())) {
                WcoStatement.SHIP.write(xml, "voyage.ship", voyage.ship().text());
            }
            if (!fits(voyage)) {
                WcoStatement.SHIP_NAME.write(xml, "voyage.shipName", voyage.shipName());
            }
        });
        if (declaration.direction() == Direction.EXPORT) {
            WcoStatement.DISCHARGE.write(xml, "portOfDischarge", declaration.portOfDischarge().map(UnLocode::value).orElse(""));
        }
    }

    private static boolean fits(Voyage voyage) {
        return voyage.shipName().codePointCount(0, voyage.shipName().length()) <= SHIP_NAME_LIMIT;
    }

    private static boolean isOfTheProfile(ShipId ship) {
        return switch (ship) {
            case ImoNumber _ -> true;
            case ShipName name -> name.value().length() <= SHIP_NAME_LIMIT;
            case CallSign _, MmsiNumber _, ShipCode _ -> false;
        };
    }

    /** Mode at the border and the carrier, which stand in the declaration itself. */
    static void writeBorder(XmlOutput xml, GoodsDeclaration declaration) {
        declaration.voyage().ifPresent(voyage -> {
            xml.open("BorderTransportMeans").leaf("", "ModeCode", "1").close();
            xml.open("Consignment").open("Carrier").leaf("voyage.carrierCode", "ID", voyage.carrierCode(), CARRIER_LIMIT).close().close();
        });
    }

    /** {@code Consignment} of the goods shipment. */
    static void writeConsignment(XmlOutput xml, GoodsDeclaration declaration) {
        xml.open("Consignment").leaf("", "ContainerCode", declaration.containers().isEmpty() ? "0" : "1");
        declaration.voyage().ifPresent(voyage -> {
            xml.open(declaration.direction() == Direction.IMPORT ? "ArrivalTransportMeans" : "DepartureTransportMeans");
            if (fits(voyage)) {
                xml.leaf("voyage.shipName", "Name", voyage.shipName(), SHIP_NAME_LIMIT);
            }
            if (isOfTheProfile(voyage.ship())) {
                xml.leaf("voyage.ship", "ID", voyage.ship().value())
                        .leaf("", "IdentificationTypeCode", voyage.ship() instanceof ShipName ? NAME : IMO);
            }
            xml.close();
        });
        if (declaration.direction() == Direction.IMPORT) {
            declaration.portOfDischarge().ifPresent(port -> xml.open("GoodsLocation")
                    .leaf("portOfDischarge", "Name", port.value().substring(2)).leaf("", "TypeCode", "A")
                    .open("Address").leaf("", "TypeCode", BY_UN_LOCODE)
                    .leaf("portOfDischarge", "CountryCode", port.value().substring(0, 2)).close().close());
        }
        for (int i = 0; i < declaration.containers().size(); i++) {
            xml.open("TransportEquipment").leaf("", "SequenceNumeric", Integer.toString(i + 1))
                    .leaf("containers[" + i + "]", "ID", declaration.containers().get(i).value()).close();
        }
        xml.close();
    }
}
