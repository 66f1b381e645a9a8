package io.fairway.edifact.mapping;

import io.fairway.document.DeclaredItem;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.Money;
import io.fairway.document.Party;
import io.fairway.document.finding.Certainty;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the header of one CUSDEC and puts the declaration together. */
final class CusdecReading {
    private final FieldReader fields;
    private final KeptGroup message;
    private final Source bgm;

    CusdecReading(FieldReader fields, KeptGroup message) {
        this.fields = fields;
        this.message = message;
        this.bgm = message.find("BGM");
    }

    Optional<GoodsDeclaration> read() {
        int gaps = fields.gaps();
        message.own("UNS").forEach(section -> section.text(1, 1));
        message.find("GIS", "23", "22").or(() -> message.find("GEI", "1")).text(2, 1);
        Optional<Direction> direction = fields.required("direction", bgm, 1, 1, CusdecReading::directionOf);
        Optional<LocalReferenceNumber> lrn = lrn();
        int version = fields.count("version", bgm, 2, 2).orElse(1);
        Source office = message.find("LOC", "22", "41");
        String customsOffice = fields.requiredCoded("customsOffice", office, 2, 1, Function.<String>identity()).orElse("");
        Optional<LocalDate> declaredOn = fields.date("declaredOn", message.find("DTM", "137"));
        List<BillNumber> bills = bills();
        Optional<Party> declarant = Parties.required("declarant", fields, message.find("NAD", "DT", "CB"));
        String invoiceCurrency = invoiceCurrency();
        List<DeclaredItem> items = items(invoiceCurrency);
        var documents = DocumentsReading.read(fields, message);
        var voyage = Voyages.optional("voyage", fields, message.find("TDT", "20"));
        Optional<BigDecimal> gross = gross(items);
        if (fields.gaps() > gaps) {
            return Optional.empty();
        }
        return Optional.of(new GoodsDeclaration(lrn.orElseThrow(), Functions.read(fields, bgm), version, direction.orElseThrow(),
                fields.codedText("procedure", message.findOwn("CST"), 2, 1), customsOffice, declaredOn,
                fields.date("arrivalOn", message.find("DTM", "132")), voyage, bills, containers(),
                fields.codedText("exportCountry", message.find("LOC", "35"), 2, 1),
                fields.coded("portOfDischarge", message.find("LOC", "11"), 2, 1, UnLocode::new), declarant.orElseThrow(),
                Parties.read("importer", fields, message.find("NAD", "IM")),
                Parties.read("exporter", fields, message.find("NAD", "EX", "CZ")), packages(items), packageType(), gross,
                fields.codedText("deliveryTerms", message.find("TOD"), 3, 1), invoiceTotal(invoiceCurrency), documents, items));
    }

    private static Direction directionOf(String code) {
        return switch (code) {
            case "929", "960" -> Direction.IMPORT;
            case "830" -> Direction.EXPORT;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "929 import or 830 export declaration");
        };
    }

    /** RFF+ABE, or else the number of the document. */
    private Optional<LocalReferenceNumber> lrn() {
        Source reference = message.find("RFF", "ABE");
        if (reference.isPresent()) {
            bgm.text(2, 1);
            return fields.required("lrn", reference, 1, 2, LocalReferenceNumber::new);
        }
        return fields.required("lrn", bgm, 2, 1, LocalReferenceNumber::new);
    }

    private List<BillNumber> bills() {
        var bills = new ArrayList<BillNumber>();
        for (Source bill : message.findAll("RFF", "BM")) {
            fields.required("bills[" + bills.size() + "]", bill, 1, 2, BillNumber::new).ifPresent(bills::add);
        }
        if (message.all("RFF", "BM").isEmpty()) {
            fields.missing("bills[0]", message.find("RFF", "BM"), 1, 2);
        }
        return bills;
    }

    private List<ContainerNumber> containers() {
        var containers = new ArrayList<ContainerNumber>();
        for (KeptSegment segment : message.own("EQD")) {
            Equipment.number("containers[" + containers.size() + "]", fields, Source.of(segment)).ifPresent(containers::add);
        }
        return containers;
    }

    private List<DeclaredItem> items(String invoiceCurrency) {
        var items = new ArrayList<DeclaredItem>();
        List<KeptGroup> groups = message.groups("CST");
        if (groups.isEmpty()) {
            fields.missing("items[0]", message.find("CST"), 0, 0);
        }
        for (KeptGroup group : groups) {
            new DeclaredItemReading("items[" + items.size() + "]", fields, group, invoiceCurrency).read().ifPresent(items::add);
        }
        return items;
    }

    /** The packages in all (CNT 11), or else those of the PAC segments of the header. */
    private Optional<Integer> packages(List<DeclaredItem> items) {
        int sum = headerPackages().stream().mapToInt(pac -> fields.count("packages", Source.of(pac), 1, 1).orElse(0)).sum();
        Source total = message.find("CNT", "11");
        Optional<Integer> counted = fields.count("packages", total, 1, 2);
        counted.filter(said -> sum != 0 && sum != said).ifPresent(said ->
                fields.report(ContentRule.PACKAGES_DIFFER, total.place(1, 2), said.toString(), Integer.toString(sum),
                        Certainty.LIKELY));
        boolean itemised = !items.isEmpty() && items.stream().allMatch(item -> item.packages().isPresent());
        int itemPackages = items.stream().mapToInt(item -> item.packages().orElse(0)).sum();
        counted.filter(said -> itemised && itemPackages != said).ifPresent(said ->
                fields.report(ContentRule.PACKAGES_DIFFER, total.place(1, 2), said.toString(), Integer.toString(itemPackages),
                        Certainty.LIKELY));
        return counted.or(() -> sum == 0 ? Optional.empty() : Optional.of(sum));
    }

    private String packageType() {
        return headerPackages().stream().map(pac -> fields.codedText("packageType", Source.of(pac), 3, 1))
                .filter(type -> !type.isEmpty()).findFirst().orElse("");
    }

    private List<KeptSegment> headerPackages() {
        return message.groups("RFF").stream().flatMap(group -> group.all("PAC").stream()).toList();
    }

    /** The weight in all (MEA G, or CNT 7). */
    private Optional<BigDecimal> gross(List<DeclaredItem> items) {
        Source total = message.find("CNT", "7");
        Source measurement = headerMeasurement();
        Optional<BigDecimal> summary = fields.totalKilograms("grossKilograms", total);
        Optional<BigDecimal> measured = fields.kilograms("grossKilograms", measurement);
        summary.ifPresent(said -> measured.ifPresent(sum -> compareWeights(total, said, sum)));
        Optional<BigDecimal> gross = measured.or(() -> summary);
        if (!items.isEmpty() && items.stream().allMatch(item -> item.grossKilograms().isPresent())) {
            BigDecimal sum = items.stream().map(item -> item.grossKilograms().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
            gross.ifPresent(said -> compareWeights(measurement.or(() -> total), said, sum));
        }
        return gross;
    }

    private void compareWeights(Source source, BigDecimal said, BigDecimal sum) {
        if (sum.compareTo(said) != 0) {
            boolean measured = source.tag().equals("MEA");
            fields.report(ContentRule.WEIGHT_DIFFERS, measured ? source.place(3, 2) : source.place(1, 2), said.toPlainString(),
                    sum.toPlainString(), Certainty.LIKELY);
        }
    }

    private Source headerMeasurement() {
        return message.measurement("G", "AAD");
    }

    private String invoiceCurrency() {
        return message.group("MOA", "39").map(group -> group.find("CUX")).map(cux -> {
            cux.text(1, 1);
            cux.text(1, 3);
            return cux.text(1, 2);
        }).orElse("");
    }

    private Optional<Money> invoiceTotal(String invoiceCurrency) {
        return DeclaredItemReading.money("invoiceTotal", fields, message.find("MOA", "39"), invoiceCurrency);
    }
}
