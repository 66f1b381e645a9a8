package io.fairway.usecase;

import io.fairway.document.Licence;
import io.fairway.document.Lineage;
import io.fairway.document.OriginCertificate;
import io.fairway.document.PackingList;
import io.fairway.document.TradeDocument;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What does not add up within a licence, a certificate of origin or a packing list; told to its sender, with its place. */
final class TradeDocumentFindings {
    private final Lineage lineage;
    private final List<Finding> findings = new ArrayList<>();

    private TradeDocumentFindings(Lineage lineage) {
        this.lineage = lineage;
    }

    static List<Finding> of(TradeDocument document, Lineage lineage) {
        var checking = new TradeDocumentFindings(lineage);
        switch (document) {
            case Licence licence -> checking.check(licence);
            case OriginCertificate certificate -> checking.check(certificate);
            case PackingList list -> checking.check(list);
        }
        return checking.findings;
    }

    private void check(Licence licence) {
        if (licence.validUntil().isBefore(licence.validFrom())) {
            tell("VALIDITY_REVERSED", "validUntil", licence.validUntil().toString(), "a day not before " + licence.validFrom(), new Text(
                    "The licence ends before it begins.", "许可证的截止日期早于生效日期。"));
        }
        if (licence.goods().isEmpty()) {
            tell("GOODS_MISSING", "goods", "", "at least one commodity", new Text("The licence covers no goods.", "许可证未列明货物。"));
        }
    }

    private void check(OriginCertificate certificate) {
        certificate.validUntil().filter(certificate.issuedOn()::isAfter).ifPresent(until ->
                tell("VALIDITY_REVERSED", "validUntil", until.toString(), "a day not before " + certificate.issuedOn(), new Text(
                        "The certificate ends before it was issued.", "原产地证的截止日期早于签发日期。")));
        if (certificate.goods().isEmpty()) {
            tell("GOODS_MISSING", "goods", "", "at least one commodity", new Text("The certificate covers no goods.", "原产地证未列明货物。"));
        }
    }

    private void check(PackingList list) {
        int packages = list.goods().stream().mapToInt(PackingList.PackedGoods::packages).sum();
        if (!list.goods().isEmpty() && packages != list.packages()) {
            tell("PACKAGES_DO_NOT_ADD_UP", "packages", Integer.toString(list.packages()), Integer.toString(packages), new Text(
                    "The lines add up to " + packages + " packages, the list says " + list.packages() + ".",
                    "各行合计" + packages + "件，装箱单总数为" + list.packages() + "件。"));
        }
        boolean isWeighed = !list.goods().isEmpty() && list.goods().stream().allMatch(line -> line.grossKilograms().isPresent());
        BigDecimal weight = list.goods().stream().map(line -> line.grossKilograms().orElse(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (isWeighed && weight.compareTo(list.grossKilograms()) != 0) {
            tell("WEIGHT_DOES_NOT_ADD_UP", "grossKilograms", list.grossKilograms().toPlainString(), weight.toPlainString(), new Text(
                    "The lines weigh " + weight.toPlainString() + " kg together, the list says " + list.grossKilograms().toPlainString() + " kg.",
                    "各行合计毛重" + weight.toPlainString() + "千克，装箱单总毛重为" + list.grossKilograms().toPlainString() + "千克。"));
        }
    }

    private void tell(String code, String member, String found, String expected, Text text) {
        Place place = lineage.placeOf(new Place("", member, 0, 0, 0, -1, 0, 0));
        findings.add(new Finding(code, Severity.WARNING, Optional.empty(), place, Printable.of(found), expected, text,
                "Fairway: a document adds up in itself", Optional.empty(), Quality.CONSISTENCY));
    }
}
