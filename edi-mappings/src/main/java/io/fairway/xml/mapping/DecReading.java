package io.fairway.xml.mapping;

import io.fairway.document.DeclaredItem;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.Money;
import io.fairway.document.Party;
import io.fairway.document.SupportingDocument;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.Sha256;
import io.fairway.document.id.VoyageNumber;
import io.fairway.xml.FieldReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the content of a {@code DecMessage}. */
final class DecReading {
    private final FieldReader fields;
    private final XmlSession session;

    DecReading(FieldReader fields, XmlSession session) {
        this.fields = fields;
        this.session = session;
    }

    Optional<GoodsDeclaration> read() {
        List.of("DecSign/OperType", "DecHead/EntryType", "DecHead/TrafMode").forEach(fields::marker);
        FieldReader head = fields.child("DecHead", "").orElse(fields);
        Optional<LocalReferenceNumber> lrn = fields.required("lrn", "DecSign/ClientSeqNo", LocalReferenceNumber::new);
        Optional<Direction> direction = head.required("direction", "IEFlag", DecReading::directionOf);
        Optional<LocalDate> arrival = head.value("arrivalOn", "IEDate", XmlValues::date);
        Optional<LocalDate> declared = head.value("declaredOn", "DDate", XmlValues::date);
        List<BillNumber> bills = head.value("bills[0]", "BillNo", BillNumber::new).stream().toList();
        List<ContainerNumber> containers = containers();
        Party declarant = new Party(head.text("declarant.code", "AgentCode"), head.text("declarant.name", "AgentName"), "", "", "", "");
        if (declarant.code().isEmpty()) {
            head.missing("AgentCode", "declarant");
        }
        boolean isImport = direction.filter(way -> way == Direction.EXPORT).isEmpty();
        Optional<Party> domestic = party(head, isImport ? "importer" : "exporter", "TradeCode", "TradeName");
        Optional<Party> abroad = party(head, isImport ? "exporter" : "importer", isImport ? "OverseasConsignorCode" : "OverseasConsigneeCode",
                isImport ? "OverseasConsignorEname" : "OverseasConsigneeEname");
        if (bills.isEmpty()) {
            session.finding(containers.isEmpty() ? XmlContentRule.DECLARATION_WITHOUT_SUBJECT : XmlContentRule.DECLARATION_WITHOUT_BILL,
                    head.place(), "");
        }
        List<DeclaredItem> items = items();
        List<SupportingDocument> documents = documents();
        Optional<Integer> packages = head.value("packages", "PackNo", XmlValues::count);
        Optional<BigDecimal> gross = head.value("grossKilograms", "GrossWet", XmlValues::decimal);
        Optional<Voyage> voyage = voyage(head);
        String exportCountry = head.value("exportCountry", "TradeCountry", DecReading::country).orElse("");
        String terms = head.value("deliveryTerms", "TransMode", DecReading::terms).orElse("");
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        return Optional.of(new GoodsDeclaration(lrn.orElseThrow(), DocumentFunction.ORIGINAL, 1, direction.orElseThrow(),
                head.text("procedure", "TradeMode"), head.text("customsOffice", "CustomMaster"), declared, arrival, voyage, bills, containers,
                exportCountry, Optional.empty(), declarant, isImport ? domestic : abroad, isImport ? abroad : domestic, packages,
                head.text("packageType", "WrapType"), gross, terms, Optional.empty(), documents, items));
    }

    private static Direction directionOf(String flag) {
        return switch (flag) {
            case "I" -> Direction.IMPORT;
            case "E" -> Direction.EXPORT;
            default -> throw new RefusedValueException("CODE_UNKNOWN", flag, "I import or E export");
        };
    }

    private static String country(String alpha3) {
        return DecNames.country(alpha3).orElseThrow(() -> new RefusedValueException("CODE_UNKNOWN", alpha3, "a country as ISO 3166 alpha-3"));
    }

    private static String terms(String mode) {
        String terms = DecNames.termsOf(mode);
        if (terms.isEmpty()) {
            throw new RefusedValueException("CODE_UNKNOWN", mode, "terms 1 CIF, 2 CFR, 3 FOB or 7 EXW");
        }
        return terms;
    }

    private static Optional<Party> party(FieldReader head, String member, String code, String name) {
        var party = new Party(head.text(member + ".code", code), head.text(member + ".name", name), "", "", "", "");
        return party.equals(Party.named("")) ? Optional.empty() : Optional.of(party);
    }

    private Optional<Voyage> voyage(FieldReader head) {
        if (head.peek("TrafName").isEmpty() || fields.peek("DecFreeTxt/VoyNo").isEmpty()) {
            return Optional.empty();
        }
        Optional<ShipId> ship = head.value("voyage.ship", "TrafName", MtShip::of);
        Optional<VoyageNumber> number = fields.value("voyage.number", "DecFreeTxt/VoyNo", VoyageNumber::new);
        return ship.flatMap(known -> number.map(there -> new Voyage(known, "", there, "")));
    }

    private List<ContainerNumber> containers() {
        List<ContainerNumber> containers = new ArrayList<>();
        fields.child("DecContainers", "").ifPresent(list -> {
            for (FieldReader container : list.each("Container")) {
                container.required("containers[" + containers.size() + "]", "ContainerId", ContainerNumber::new).ifPresent(containers::add);
            }
        });
        return containers;
    }

    private List<DeclaredItem> items() {
        List<DeclaredItem> items = new ArrayList<>();
        fields.child("DecLists", "").ifPresent(list -> {
            for (FieldReader item : list.children("DecList", "items")) {
                itemOf(item, items.size() + 1).ifPresent(items::add);
            }
        });
        return items;
    }

    private static Optional<DeclaredItem> itemOf(FieldReader item, int ordinal) {
        int number = item.value("number", "GNo", XmlValues::count).orElse(ordinal);
        Optional<HsCode> commodity = item.required("commodity", "CodeTS", HsCode::new);
        String description = item.text("description", "GName");
        String origin = item.value("origin", "OriginCountry", DecReading::country).orElse("");
        Optional<BigDecimal> net = item.peek("FirstUnit").equals(DecNames.KILOGRAMS)
                ? item.value("netKilograms", "FirstQty", XmlValues::decimal) : Optional.empty();
        net.ifPresent(_ -> item.marker("FirstUnit"));
        Optional<Money> value = item.value("value.amount", "DeclTotal", XmlValues::decimal)
                .map(amount -> new Money(amount, item.text("value.currency", "TradeCurr")));
        return commodity.map(code -> new DeclaredItem(number, code, description, origin, net, Optional.empty(), value, Optional.empty(), "", List.of()));
    }

    private List<SupportingDocument> documents() {
        List<SupportingDocument> documents = new ArrayList<>();
        fields.child("DecLicenseDocus", "").ifPresent(list -> {
            for (FieldReader licence : list.each("LicenseDocu")) {
                FieldReader at = licence.as("documents[" + documents.size() + "]");
                documents.add(new SupportingDocument(at.text("typeCode", "DocuCode"), at.text("number", "CertCode"), Optional.empty(), Optional.empty()));
            }
        });
        for (FieldReader file : fields.each("EdocRealation")) {
            FieldReader at = file.as("documents[" + documents.size() + "]");
            documents.add(new SupportingDocument(at.text("typeCode", "EdocCode"), at.text("number", "EdocCopId"), Optional.empty(),
                    at.value("attachment", "EdocID", Sha256::new)));
        }
        return documents;
    }
}
