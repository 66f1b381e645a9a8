package io.fairway.usecase.sheet;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.GatePapers.Appointment;
import io.fairway.clearance.gate.LaneProfile.Direction;
import io.fairway.signing.Sheet;
import io.fairway.signing.Sheet.Attachment;
import io.fairway.signing.Sheet.Entry;
import io.fairway.signing.Sheet.Fields;
import io.fairway.signing.Sheet.Table;
import io.fairway.signing.Sheet.Words;
import io.fairway.usecase.gate.PassageFile;
import io.fairway.usecase.view.PassageView.RuleView;
import io.fairway.usecase.view.PassageView.UsedFactView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says on a sheet what stands in the sealed record of a passage; the record itself is inside, with the gate's seal. */
final class GateSheet {
    private static final String ISSUER = "Fairway 航道";
    private static final Words AT_THE_GATE = new Words("At the gate", "闸口");
    private static final Words AS_SEEN = new Words("As the gate's devices saw it; damage is not looked for", "以闸口设备所见为准，不含箱体残损检查");

    private GateSheet() {
    }

    static Sheet slip(PassageFile file, UUID number) {
        List<Entry> truck = truck(file);
        truck.add(new Entry(new Words("Containers", "集装箱"), orNone(String.join(" ", file.view().containers()))));
        return new Sheet(SheetKind.GATE_SLIP.title(), number.toString(), ISSUER, Optional.of(word(file.view().permission())),
                List.of(new Fields(AT_THE_GATE, gate(file)), new Fields(new Words("Truck", "车辆"), truck),
                        new Table(new Words("What was looked at", "核验项目"), List.of(new Words("Rule", "规则"), new Words("Result", "结果"),
                                new Words("Reason", "说明"), new Words("原因", "原因")), file.view().rules().stream().map(GateSheet::row).toList())),
                attachments(file));
    }

    static Sheet receipt(PassageFile file, String container, UUID number) {
        boolean isOut = file.lane().direction() == Direction.OUT;
        List<Entry> gate = gate(file);
        gate.add(new Entry(new Words("Handed over", "交接方向"), isOut ? "terminal to haulier 码头交付车队" : "haulier to terminal 车队交付码头"));
        return new Sheet(SheetKind.EQUIPMENT_RECEIPT.title(), number.toString(), ISSUER, Optional.of(AS_SEEN),
                List.of(new Fields(new Words("Equipment", "设备"), equipment(file, container)), new Fields(AT_THE_GATE, gate),
                        new Fields(new Words("Truck", "车辆"), truck(file))), attachments(file));
    }

    private static List<Entry> gate(PassageFile file) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(new Words("Passage", "通行编号"), file.view().transaction()));
        entries.add(new Entry(new Words("Terminal", "码头"), file.lane().terminal()));
        entries.add(new Entry(new Words("Lane", "车道"), file.lane().lane()));
        entries.add(new Entry(new Words("Decided at", "决定时间"), file.view().decidedAt().toString()));
        entries.add(new Entry(new Words("To the driver", "致司机"), file.view().display().en() + " " + file.view().display().zh()));
        return entries;
    }

    private static List<Entry> truck(PassageFile file) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(new Words("Plate", "车牌"), orNone(file.view().plate())));
        file.papers().stream().flatMap(papers -> papers.appointment().stream()).filter(booked -> booked.plate().equals(file.view().plate())).findFirst()
                .ifPresent(booked -> booked(booked, entries));
        return entries;
    }

    private static void booked(Appointment booked, List<Entry> entries) {
        entries.add(new Entry(new Words("Haulier", "承运车队"), booked.haulier()));
        entries.add(new Entry(new Words("Driver", "司机"), orNone(booked.driver())));
        entries.add(new Entry(new Words("Appointment", "预约"), booked.reference()));
    }

    private static List<Entry> equipment(PassageFile file, String container) {
        Optional<GatePapers> papers = file.papers().stream().filter(each -> each.container().value().equals(container)).findFirst();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(new Words("Container", "集装箱"), container));
        papers.flatMap(GatePapers::sizeType).ifPresent(size -> entries.add(new Entry(new Words("Size and type (ISO 6346)", "尺寸类型"), size)));
        papers.flatMap(GatePapers::seals).ifPresent(seals -> entries.add(new Entry(new Words("Seals", "封志"), orNone(String.join(" ", seals)))));
        papers.flatMap(GatePapers::mass).ifPresent(mass -> entries.add(new Entry(new Words("Expected gross mass", "应有总重"), mass.kilograms() + " kg")));
        papers.flatMap(GatePapers::dangerousGoods).ifPresent(numbers -> entries.add(new Entry(new Words("Dangerous goods (UN)", "危险品编号"),
                orNone(String.join(" ", numbers.stream().sorted().toList())))));
        papers.flatMap(GatePapers::release).ifPresent(release -> entries.add(new Entry(new Words("Release", "放货凭证"), release.reference())));
        file.view().rules().stream().filter(rule -> rule.container().isEmpty() || rule.container().get().equals(container))
                .flatMap(rule -> rule.facts().stream()).filter(fact -> isMeasured(file, fact)).distinct()
                .forEach(fact -> entries.add(new Entry(new Words("Read by " + fact.origin(), fact.origin() + " 读数"), fact.name() + ": " + fact.value())));
        return entries;
    }

    /** What a device said, and not the papers. */
    private static boolean isMeasured(PassageFile file, UsedFactView fact) {
        return file.papers().stream().noneMatch(papers -> papers.origin().equals(fact.origin()));
    }

    private static List<String> row(RuleView rule) {
        String name = rule.rule() + rule.container().map(container -> " " + container).orElse("");
        return List.of(name, rule.result() + (rule.setAside().isEmpty() ? "" : " set aside by " + String.join(", ", rule.setAside())), rule.reason().en(),
                rule.reason().zh());
    }

    private static Words word(Permission permission) {
        return switch (permission) {
            case OPEN -> new Words("May pass", "准予通行");
            case DIVERT -> new Words("Go to the inspection lane", "转查验车道");
            case HOLD -> new Words("Wait for a clerk", "等候人工处理");
            case REFUSE -> new Words("May not pass", "不予通行");
        };
    }

    private static String orNone(String value) {
        return value.isBlank() ? "-" : value;
    }

    private static List<Attachment> attachments(PassageFile file) {
        return List.of(new Attachment("record.json", "application/json", "The record as it was sealed", file.record()),
                new Attachment("record.json.p7s", "application/pkcs7-signature", "The gate's seal on the record", file.seal()));
    }
}
