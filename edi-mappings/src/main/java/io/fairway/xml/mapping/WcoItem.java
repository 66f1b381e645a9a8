package io.fairway.xml.mapping;

import io.fairway.document.DeclaredItem;
import io.fairway.document.DeclaredItem.Duty;
import io.fairway.document.Money;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.RefusedValueException;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One goods item of a WCO declaration. A commodity code of ten digits is written as eight digits ({@code TSP}) and the two of
 * the national tariff ({@code TRC}). The value is the invoice line's; read is also the customs or the statistical value.
 */
final class WcoItem {
    private static final String NOMENCLATURE = "TSP";
    private static final String TARIFF = "TRC";
    private static final int NOMENCLATURE_DIGITS = 8;

    private WcoItem() {
    }

    static Optional<DeclaredItem> read(FieldReader fields) {
        Optional<Integer> number = fields.required("number", "SequenceNumeric", XmlValues::count);
        Optional<HsCode> commodity = fields.child("Commodity", "").flatMap(WcoItem::classification);
        if (commodity.isEmpty()) {
            fields.missing("Commodity/Classification/ID", "commodity");
        }
        String description = fields.text("description", "Commodity/Description");
        String origin = fields.text("origin", "Origin/CountryCode");
        Optional<BigDecimal> net = fields.value("netKilograms", "Commodity/GoodsMeasure/NetNetWeightMeasure", XmlValues::decimal);
        Optional<BigDecimal> gross = fields.value("grossKilograms", "Commodity/GoodsMeasure/GrossMassMeasure", XmlValues::decimal);
        Optional<Money> value = Stream.of("Commodity/InvoiceLine/ItemChargeAmount", "CustomsValueAmount", "StatisticalValueAmount")
                .filter(element -> !fields.peek(element).isEmpty()).findFirst()
                .flatMap(element -> WcoMoney.read(fields, "value", element));
        Optional<Integer> packages = fields.value("packages", "Packaging/QuantityQuantity", XmlValues::count);
        String packageType = fields.text("packageType", "Packaging/TypeCode");
        fields.marker("Packaging/SequenceNumeric");
        fields.marker("Origin/TypeCode");
        List<Duty> duties = fields.child("Commodity", "").map(WcoItem::duties).orElse(List.of());
        return number.flatMap(sequence -> commodity.map(code ->
                new DeclaredItem(sequence, code, description, origin, net, gross, value, packages, packageType, duties)));
    }

    private static Optional<HsCode> classification(FieldReader commodity) {
        List<FieldReader> codes = commodity.each("Classification");
        String national = codes.stream().filter(code -> code.peek("IdentificationTypeCode").equals(TARIFF)).findFirst()
                .map(code -> {
                    code.marker("IdentificationTypeCode");
                    return code.marker("ID");
                }).orElse("");
        return codes.stream().filter(code -> List.of(NOMENCLATURE, "").contains(code.peek("IdentificationTypeCode"))).findFirst()
                .flatMap(code -> {
                    code.marker("IdentificationTypeCode");
                    return code.required("commodity", "ID", digits -> commodityOf(digits, national));
                });
    }

    private static HsCode commodityOf(String digits, String national) {
        if (!national.isEmpty() && digits.length() != NOMENCLATURE_DIGITS) {
            throw new RefusedValueException("HS_CODE_FORM", digits, "eight digits where a national tariff code follows");
        }
        return new HsCode(digits + national);
    }

    private static List<Duty> duties(FieldReader commodity) {
        List<Duty> duties = new ArrayList<>();
        for (FieldReader fields : commodity.children("DutyTaxFee", "duties")) {
            Optional<Money> amount = WcoMoney.read(fields, "amount", "Payment/TaxAssessedAmount");
            duties.add(new Duty(fields.text("kind", "TypeCode"), fields.value("ratePercent", "TaxRateNumeric", XmlValues::decimal), amount));
        }
        return duties;
    }

    static void write(XmlOutput xml, String path, DeclaredItem item, String procedure) {
        xml.open("GovernmentAgencyGoodsItem").leaf(path + ".number", "SequenceNumeric", Integer.toString(item.number()), 5);
        writeCommodity(xml, path, item);
        xml.open("GovernmentProcedure").leaf("procedure", "CurrentCode", procedure, 7).close();
        if (!item.origin().isBlank()) {
            xml.open("Origin").leaf(path + ".origin", "CountryCode", item.origin(), 4).leaf("", "TypeCode", "1").close();
        }
        if (item.packages().isPresent() || !item.packageType().isBlank()) {
            xml.open("Packaging").leaf("", "SequenceNumeric", "1")
                    .leaf(path + ".packages", "QuantityQuantity", item.packages().map(String::valueOf).orElse(""), 8)
                    .leaf(path + ".packageType", "TypeCode", item.packageType(), 2)
                    .close();
        }
        xml.close();
    }

    private static void writeCommodity(XmlOutput xml, String path, DeclaredItem item) {
        xml.open("Commodity").leaf(path + ".description", "Description", item.description(), 512);
        String code = item.commodity().value();
        int split = Math.min(code.length(), NOMENCLATURE_DIGITS);
        writeClassification(xml, path, code.substring(0, split), NOMENCLATURE);
        if (split < code.length()) {
            writeClassification(xml, path, code.substring(split), TARIFF);
        }
        for (int i = 0; i < item.duties().size(); i++) {
            writeDuty(xml, path + ".duties[" + i + "]", item.duties().get(i));
        }
        xml.open("GoodsMeasure")
                .leaf(path + ".grossKilograms", "GrossMassMeasure", WcoMoney.measure(path + ".grossKilograms", item.grossKilograms()))
                .leaf(path + ".netKilograms", "NetNetWeightMeasure", WcoMoney.measure(path + ".netKilograms", item.netKilograms()))
                .close();
        item.value().ifPresent(value -> {
            xml.open("InvoiceLine");
            WcoMoney.write(xml, path + ".value", "ItemChargeAmount", value);
            xml.close();
        });
        xml.close();
    }

    private static void writeClassification(XmlOutput xml, String path, String digits, String kind) {
        xml.open("Classification").leaf(path + ".commodity", "ID", digits).leaf("", "IdentificationTypeCode", kind).close();
    }

    private static void writeDuty(XmlOutput xml, String path, Duty duty) {
        xml.openAlways("DutyTaxFee")
                .leaf(path + ".ratePercent", "TaxRateNumeric", WcoMoney.measure(path + ".ratePercent", duty.ratePercent()))
                .leaf(path + ".kind", "TypeCode", duty.kind(), 3);
        duty.amount().ifPresent(amount -> {
            xml.open("Payment");
            WcoMoney.write(xml, path + ".amount", "TaxAssessedAmount", amount);
            xml.close();
        });
        xml.close();
    }
}
