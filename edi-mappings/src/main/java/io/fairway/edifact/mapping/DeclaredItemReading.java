package io.fairway.edifact.mapping;

import io.fairway.document.DeclaredItem;
import io.fairway.document.DeclaredItem.Duty;
import io.fairway.document.Money;
import io.fairway.document.id.HsCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one item of a CUSDEC (CST and what stands under it). */
final class DeclaredItemReading {
    private final String path;
    private final FieldReader fields;
    private final KeptGroup group;
    private final String invoiceCurrency;

    DeclaredItemReading(String path, FieldReader fields, KeptGroup group, String invoiceCurrency) {
        this.path = path;
        this.fields = fields;
        this.group = group;
        this.invoiceCurrency = invoiceCurrency;
    }

    Optional<DeclaredItem> read() {
        int gaps = fields.gaps();
        Source cst = group.opening();
        Optional<Integer> number = fields.requiredCount(path + ".number", cst, 1, 1);
        Optional<HsCode> commodity = fields.requiredCoded(path + ".commodity", cst, 2, 1, HsCode::new);
        String description = fields.lines(path + ".description", group.find("FTX", "AAA"), 4);
        String origin = fields.codedText(path + ".origin", group.find("LOC", "27"), 2, 1);
        var net = fields.kilograms(path + ".netKilograms", group.measurement("AAF", "AAC", "AAA"));
        var gross = fields.kilograms(path + ".grossKilograms", group.measurement("AAB", "AAD", "G"));
        Optional<Money> value = money(path + ".value", fields, group.find("MOA", "38"), invoiceCurrency);
        Source pac = group.find("PAC");
        Optional<Integer> packages = fields.count(path + ".packages", pac, 1, 1);
        String packageType = fields.codedText(path + ".packageType", pac, 3, 1);
        List<Duty> duties = duties();
        return fields.gaps() > gaps ? Optional.empty() : Optional.of(new DeclaredItem(number.orElseThrow(), commodity.orElseThrow(),
                description, origin, net, gross, value, packages, packageType, duties));
    }

    private List<Duty> duties() {
        var duties = new ArrayList<Duty>();
        for (KeptGroup tax : group.groups("TAX")) {
            Source opening = tax.opening();
            opening.text(1, 1);
            String at = path + ".duties[" + duties.size() + "]";
            String kind = fields.text(at + ".kind", opening, 2, 1);
            var rate = fields.decimal(at + ".ratePercent", opening, 5, 4);
            duties.add(new Duty(kind, rate, money(at + ".amount", fields, tax.find("MOA", "55"), "")));
        }
        return duties;
    }

    /** @param fallback currency when the amount does not say its own; may be empty */
    static Optional<Money> money(String path, FieldReader fields, Source moa, String fallback) {
        return fields.decimal(path + ".amount", moa, 1, 2).map(amount -> {
            String said = fields.text(path + ".currency", moa, 1, 3);
            return new Money(amount, said.isEmpty() ? fallback : said);
        });
    }
}
