package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.edifact.Element;
import java.util.ArrayList;
import java.util.List;

/** Dangerous goods in DGS segments: class C205, UN number C234, flash point C223, packing group 8339. */
final class Dangers {
    private static final String DEGREES = "(-?[0-9]{1,3})?";

    private Dangers() {
    }

    static List<DangerousGoods> readAll(String path, FieldReader fields, List<KeptSegment> segments) {
        var dangerous = new ArrayList<DangerousGoods>();
        for (KeptSegment segment : segments) {
            Source dgs = Source.of(segment);
            dgs.text(1, 1);
            dangerous.add(read(path + "[" + dangerous.size() + "]", fields, dgs));
        }
        return dangerous;
    }

    static DangerousGoods read(String path, FieldReader fields, Source dgs) {
        dgs.text(4, 2);
        return new DangerousGoods(fields.text(path + ".hazardClass", dgs, 2, 1), fields.text(path + ".unNumber", dgs, 3, 1),
                degrees(path + ".flashpointCelsius", fields, dgs), fields.text(path + ".packingGroup", dgs, 5, 1));
    }

    /** The flash point without the leading zeros that its fixed length (n3) asks for. */
    private static String degrees(String path, FieldReader fields, Source dgs) {
        return fields.decimal(path, dgs, 4, 1).map(value -> value.toPlainString()).orElse("");
    }

    static void writeAll(MessageDraft draft, String path, List<DangerousGoods> dangerous) {
        MessageDraft.atMost(9, dangerous.size(), path);
        dangerous.forEach(goods -> write(draft, path, goods));
    }

    static void write(MessageDraft draft, String path, DangerousGoods goods) {
        write(draft, path, goods, "IMD", "");
    }

    /** @param regulation 8273, never empty; @param schedule 8364 EmS, may be empty */
    static void write(MessageDraft draft, String path, DangerousGoods goods, String regulation, String schedule) {
        String degrees = goods.flashpointCelsius();
        if (!degrees.matches(DEGREES)) {
            throw new UnwritableDocumentException(path + ".flashpointCelsius", "takes whole degrees, up to three digits: " + degrees);
        }
        Element flashpoint = degrees.isEmpty() ? Element.NONE : e(threeDigits(degrees), "CEL");
        draft.segment("DGS", e(MessageDraft.mandatory(path + ".regulation", regulation, 3)),
                e(MessageDraft.mandatory(path + ".hazardClass", goods.hazardClass(), 7)),
                e(MessageDraft.fit(path + ".unNumber", goods.unNumber(), 4)), flashpoint,
                e(MessageDraft.fit(path + ".packingGroup", goods.packingGroup(), 3)),
                e(MessageDraft.fit(path + ".emergencySchedule", schedule, 6)));
    }

    /** Whole degrees in the fixed length (n3) that flash points and older temperatures have. */
    static String threeDigits(String degrees) {
        return (degrees.startsWith("-") ? "-" : "") + "%03d".formatted(Math.abs(Integer.parseInt(degrees)));
    }
}
