package io.fairway.xml.mapping;

import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.Document;
import io.fairway.document.Licence;
import io.fairway.document.OriginCertificate;
import io.fairway.document.PackingList;
import io.fairway.document.PersonList;
import io.fairway.document.ShipReport;
import io.fairway.document.TradeDocument;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fairway's profile of the FAL data set in XML (docs/fal-profile.md): names of the WCO Data Model where it has one for the same, else
 * the name of the member. No public schema of the FAL forms on WCO types is known, so this one is named as ours.
 */
final class FalNames {
    /** The profiles that are ours. */
    enum Profile {
        /** The FAL data set: ship's report, persons, dangerous goods. */
        FAL("FALDeclaration", "urn:fairway:fal:1", XmlDialects.FAL),
        /** Licences, certificates of origin, packing lists. */
        TRADE("TradeDocument", "urn:fairway:trade:1", XmlDialects.TRADE);

        private final String root;
        private final String namespace;
        private final String dialect;

        Profile(String root, String namespace, String dialect) {
            this.root = root;
            this.namespace = namespace;
            this.dialect = dialect;
        }

        String root() {
            return root;
        }

        String namespace() {
            return namespace;
        }

        String dialect() {
            return dialect;
        }

        /** The element below the root; empty when the profile has no form of the document. */
        Optional<String> elementOf(Document document) {
            return FalNames.elementOf(document).filter(element -> (document instanceof TradeDocument) == (this == TRADE));
        }

        static Optional<Profile> of(String root, String namespace) {
            return Stream.of(values()).filter(profile -> profile.root.equals(root) && profile.namespace.equals(namespace)).findFirst();
        }
    }

    private static final Map<String, String> OF_RECORD = Map.ofEntries(
            Map.entry("Voyage.ship", "ID"), Map.entry("Voyage.shipName", "Name"), Map.entry("Voyage.number", "JourneyID"),
            Map.entry("Voyage.carrierCode", "CarrierID"), Map.entry("ShipReport.ship", "ShipParticulars"), Map.entry("ShipReport.call", "PortCall"),
            Map.entry("ShipReport.crew", "CrewQuantity"), Map.entry("ShipReport.passengers", "PassengerQuantity"),
            Map.entry("ShipReport.occasion", "TypeCode"), Map.entry("PersonList.kind", "TypeCode"), Map.entry("PersonList.persons", "Person"),
            Map.entry("ShipParticulars.flag", "RegistrationNationalityID"), Map.entry("Person.documents", "IdentityDocument"),
            Map.entry("TravelDocument.number", "ID"), Map.entry("TravelDocument.issuedBy", "IssueCountryCode"),
            Map.entry("TravelDocument.expiresOn", "ExpirationDateTime"), Map.entry("DangerousItem.number", "SequenceNumeric"),
            Map.entry("DangerousItem.packages", "PackageQuantity"), Map.entry("DangerousContainer.number", "ID"));
    private static final Map<String, String> ANYWHERE = Map.ofEntries(
            Map.entry("reference", "FunctionalReferenceID"), Map.entry("function", "FunctionCode"), Map.entry("issuedAt", "IssueDateTime"),
            Map.entry("voyage", "BorderTransportMeans"), Map.entry("port", "CallLocationID"), Map.entry("lastPort", "PreviousLocationID"),
            Map.entry("nextPort", "NextLocationID"), Map.entry("estimatedArrival", "EstimatedArrivalDateTime"),
            Map.entry("estimatedDeparture", "EstimatedDepartureDateTime"), Map.entry("arrivedAt", "ArrivalDateTime"),
            Map.entry("departedAt", "DepartureDateTime"), Map.entry("code", "ID"), Map.entry("name", "Name"), Map.entry("street", "Line"),
            Map.entry("city", "CityName"), Map.entry("postcode", "PostcodeID"), Map.entry("country", "CountryCode"),
            Map.entry("telephone", "TelephoneID"), Map.entry("email", "EmailID"), Map.entry("grossTonnage", "GrossTonnageMeasure"),
            Map.entry("lengthMetres", "LengthMeasure"), Map.entry("draughtMetres", "DraughtMeasure"), Map.entry("containers", "TransportEquipment"),
            Map.entry("consignments", "Consignment"), Map.entry("bill", "TransportContractDocumentID"), Map.entry("goods", "ConsignmentItem"),
            Map.entry("sizeType", "CharacteristicCode"), Map.entry("packageType", "PackageTypeCode"), Map.entry("netKilograms", "NetMassMeasure"),
            Map.entry("grossKilograms", "GrossMassMeasure"), Map.entry("portOfLoading", "LoadingLocationID"),
            Map.entry("portOfDischarge", "UnloadingLocationID"), Map.entry("unNumber", "UNDGID"), Map.entry("hazardClass", "HazardClassCode"),
            Map.entry("familyName", "FamilyName"), Map.entry("givenNames", "GivenName"), Map.entry("sex", "GenderCode"),
            Map.entry("bornOn", "BirthDateTime"), Map.entry("placeOfBirth", "BirthPlaceName"), Map.entry("nationality", "NationalityCode"),
            Map.entry("rank", "RankCode"), Map.entry("embarkedAt", "EmbarkationLocationID"), Map.entry("disembarksAt", "DisembarkationLocationID"),
            Map.entry("number", "ID"), Map.entry("issuer", "Issuer"), Map.entry("holder", "AuthorizedParty"), Map.entry("consignee", "Consignee"),
            Map.entry("exporter", "Exporter"), Map.entry("commodity", "ClassificationID"), Map.entry("description", "CargoDescription"),
            Map.entry("validFrom", "EffectiveDateTime"), Map.entry("validUntil", "ExpirationDateTime"), Map.entry("issuedOn", "IssueDateTime"),
            Map.entry("originCountry", "OriginCountryCode"), Map.entry("packages", "PackageQuantity"), Map.entry("bills", "TransportContractDocumentID"),
            Map.entry("direction", "TypeCode"), Map.entry("remarks", "AdditionalInformation"));

    private FalNames() {
    }

    /** Element of a member of a record. */
    static String element(Class<?> record, String member) {
        String usual = ANYWHERE.getOrDefault(member, Character.toUpperCase(member.charAt(0)) + member.substring(1));
        return OF_RECORD.getOrDefault(record.getSimpleName() + "." + member, usual);
    }

    /** The kinds of documents the profile has, by the element below the root. */
    static Optional<Class<? extends Document>> kindOf(String element) {
        return switch (element) {
            case "GeneralDeclaration" -> Optional.of(ShipReport.class);
            case "PersonList" -> Optional.of(PersonList.class);
            case "DangerousGoodsManifest" -> Optional.of(DangerousGoodsDeclaration.class);
            case "Licence" -> Optional.of(Licence.class);
            case "OriginCertificate" -> Optional.of(OriginCertificate.class);
            case "PackingList" -> Optional.of(PackingList.class);
            default -> Optional.empty();
        };
    }

    static Optional<String> elementOf(Document document) {
        return switch (document) {
            case ShipReport _ -> Optional.of("GeneralDeclaration");
            case PersonList _ -> Optional.of("PersonList");
            case DangerousGoodsDeclaration _ -> Optional.of("DangerousGoodsManifest");
            case TradeDocument _ -> Optional.of(document.getClass().getSimpleName());
            default -> Optional.empty();
        };
    }
}
