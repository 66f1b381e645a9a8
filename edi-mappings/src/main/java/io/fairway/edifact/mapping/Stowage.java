package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.StowedContainer;
import io.fairway.document.StowedContainer.Weighing;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import io.fairway.edifact.Element;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One container in its cell, as BAPLIE and MOVINS have it: LOC+147 and what stands under it. Until D.13B measurements stand with the
 * cell and are qualified in 6311 (MEA+WT, MEA+VGM, by SMDG); from D.13B they stand with the container (MEA+AAE+AET, MEA+AAE+VGM).
 */
final class Stowage {

    private Stowage() {
    }

    static Optional<StowedContainer> read(String path, FieldReader fields, KeptGroup group) {
        Source cell = group.opening();
        cell.text(1, 1);
        Optional<String> place = fields.requiredCoded(path + "cell", cell, 2, 1, text -> text);
        Source eqd = group.find("EQD");
        Optional<ContainerNumber> number = Equipment.numberIfAny(path + "number", fields, eqd);
        String sizeType = Equipment.sizeType(path + "sizeType", fields, eqd);
        String fullness = Equipment.fullness(path + "fullness", fields, eqd);
        String goods = fields.lines(path + "goods", group.findWithin("FTX", "AAA"), 4);
        Source verified = group.findWithin("MEA", "VGM").or(() -> group.measurementWithin("VGM"));
        Source declared = group.findWithin("MEA", "WT").or(() -> group.measurementWithin("WT", "AET", "G"));
        Optional<BigDecimal> weight = fields.kilograms(path + "grossKilograms", verified.or(() -> declared));
        Optional<UnLocode> loading = fields.coded(path + "portOfLoading", group.findWithin("LOC", "9"), 2, 1, UnLocode::new);
        Optional<UnLocode> discharge = fields.coded(path + "portOfDischarge", group.findWithin("LOC", "11"), 2, 1, UnLocode::new);
        String operator = fields.codedText(path + "operator", group.findWithin("NAD", "CA", "CF"), 2, 1);
        Source temperature = group.findWithin("TMP", "2");
        temperature.text(2, 2);
        Optional<BigDecimal> celsius = fields.decimal(path + "setCelsius", temperature, 2, 1);
        var dangerous = Dangers.readAll(path + "dangerous", fields, group.within("DGS"));
        group.findWithin("RFF", "BM").text(1, 2);
        return place.map(known -> new StowedContainer(known, number, sizeType, fullness, goods, weight,
                verified.isPresent() ? Weighing.VERIFIED : Weighing.DECLARED, loading, discharge, operator, celsius, dangerous));
    }

    /** MEA as SMDG has it before D.13B; a weight nobody knows is said without a value. */
    static void writeWeight(MessageDraft draft, String path, StowedContainer container) {
        String kind = container.weighing() == Weighing.VERIFIED ? "VGM" : "WT";
        draft.segment("MEA", e(kind), Element.NONE, e("KGM",
                container.grossKilograms().map(weight -> MessageDraft.number(path + "grossKilograms", weight)).orElse("")));
    }

    static void writePorts(MessageDraft draft, StowedContainer container) {
        container.portOfLoading().ifPresent(port -> draft.location("9", port));
        container.portOfDischarge().ifPresent(port -> draft.location("11", port));
    }

    static void writeTemperature(MessageDraft draft, String path, StowedContainer container) {
        container.setCelsius().ifPresent(celsius -> draft.segment("TMP", e("2"), e(degrees(draft, path + "setCelsius", celsius), "CEL")));
    }

    /** 6246 had three digits until D.13B; no more than whole degrees can be said there. */
    private static String degrees(MessageDraft draft, String path, BigDecimal celsius) {
        if (!draft.directory().before(DirectoryRelease.D13B)) {
            return MessageDraft.number(path, celsius);
        }
        String plain = celsius.toPlainString();
        if (!plain.matches("-?[0-9]{1,3}")) {
            throw new UnwritableDocumentException(path, "takes whole degrees, up to three digits: " + plain);
        }
        return Dangers.threeDigits(plain);
    }

    static void writeOperator(MessageDraft draft, String path, StowedContainer container) {
        if (!container.operator().isEmpty()) {
            draft.segment("NAD", e("CA"), e(MessageDraft.fit(path + "operator", container.operator(), 17), "172", "20"));
        }
    }

    static void writeBox(MessageDraft draft, String path, StowedContainer container) {
        Equipment.write(draft, path + "number", container.number(), container.sizeType(), "", container.fullness());
    }
}
