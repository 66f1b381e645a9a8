package io.fairway.edifact.mapping;

import io.fairway.document.GoodsItem;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.id.HsCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one goods item of a CUSCAR (GID and what stands under it). */
final class GoodsReading {
    private static final int MOST_MARKS = 10;

    private GoodsReading() {
    }

    static Optional<GoodsItem> read(String path, FieldReader fields, KeptGroup group) {
        Source gid = group.opening();
        Optional<Integer> number = fields.requiredCount(fields.path(path, ".number"), gid, 1, 1);
        int packages = fields.count(fields.path(path, ".packages"), gid, 2, 1).orElse(0);
        String packageType = fields.codedText(fields.path(path, ".packageType"), gid, 2, 2);
        String description = description(fields.path(path, ".description"), fields, group);
        var gross = fields.kilograms(fields.path(path, ".grossKilograms"), group.measurement("G", "AAB", "WT"));
        Optional<HsCode> commodity = commodity(fields.path(path, ".commodity"), fields, group.find("CST"));
        List<String> marks = marks(fields.path(path, ".marks"), fields, group.all("PCI"));
        List<DangerousGoods> dangerous = Dangers.readAll(fields.path(path, ".dangerous"), fields, group.all("DGS"));
        return number.map(known ->
                new GoodsItem(known, packages, packageType, description, gross, marks, commodity, dangerous));
    }

    private static String description(String path, FieldReader fields, KeptGroup group) {
        var lines = new ArrayList<String>();
        for (KeptSegment segment : group.all("FTX", "AAA")) {
            segment.text(1, 1);
            lines.add(fields.lines(path, Source.of(segment), 4));
        }
        return String.join(" ", lines);
    }

    /** The commodity code: customs identity codes of code list 122, or one that does not say its list. */
    private static Optional<HsCode> commodity(String path, FieldReader fields, Source cst) {
        cst.text(1, 1);
        if (cst.holds(2, 2, "122") || cst.holds(2, 2, "")) {
            return fields.coded(path, cst, 2, 1, HsCode::new);
        }
        return Optional.empty();
    }

    private static List<String> marks(String path, FieldReader fields, List<KeptSegment> segments) {
        var marks = new ArrayList<String>();
        for (KeptSegment segment : segments) {
            segment.text(1, 1);
            int lines = Math.min(MOST_MARKS, segment.components(2));
            for (int line = 1; line <= lines; line++) {
                fields.optional(fields.path(path, marks.size()), Source.of(segment), 2, line, text -> text).ifPresent(marks::add);
            }
        }
        return marks;
    }
}
