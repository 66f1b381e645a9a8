package io.fairway.usecase.sheet;

import io.fairway.signing.Sheet;
import io.fairway.signing.Sheet.Attachment;
import io.fairway.signing.Sheet.Entry;
import io.fairway.signing.Sheet.Fields;
import io.fairway.signing.Sheet.Words;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.view.RightView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Says on a sheet what stands in a bill or a release, no more than its reader may read through the API. */
final class RightSheet {
    private static final String ISSUER = "Fairway 航道";
    private static final Words COPY = new Words("Copy, not the original", "副本，非正本");
    private static final Words AS_OF = new Words("As it stood when this was issued; what counts stands on the ledger", "记载签发时的状态，以账本为准");
    private static final Map<String, Words> NAMES = Map.ofEntries(
            Map.entry("carrier", new Words("Carrier", "承运人")), Map.entry("holder", new Words("Holder", "持有人")),
            Map.entry("state", new Words("State", "状态")), Map.entry("form", new Words("Form", "提单形式")),
            Map.entry("orderTo", new Words("To the order of", "指示人")), Map.entry("pledgee", new Words("Pledgee", "质权人")),
            Map.entry("offeredTo", new Words("Offered to", "转让给")), Map.entry("deadline", new Words("Deadline", "截止时间")),
            Map.entry("issuer", new Words("Issuer", "签发人")), Map.entry("terminal", new Words("Terminal", "码头")),
            Map.entry("haulier", new Words("Haulier", "承运车队")), Map.entry("haulierState", new Words("State of the haulier", "车队状态")),
            Map.entry("charges", new Words("Charges", "费用")), Map.entry("validFrom", new Words("Valid from", "生效时间")),
            Map.entry("validUntil", new Words("Valid until", "有效期至")), Map.entry("freeUntil", new Words("Free until", "免费期至")),
            Map.entry("units", new Words("Containers, as digests", "集装箱（摘要）")), Map.entry("quantity", new Words("Quantity", "数量")),
            Map.entry("holds", new Words("Holds", "扣留")), Map.entry("conditions", new Words("Conditions", "条件")),
            Map.entry("kind", new Words("Kind", "类别")), Map.entry("bill", new Words("Bill of lading on the ledger", "账本上的提单")),
            Map.entry("root", new Words("Digest of the content", "内容摘要")), Map.entry("purpose", new Words("Purpose", "目的")));

    private final Function<Object, byte[]> json;

    /** @param json writes a view as the API does */
    RightSheet(Function<Object, byte[]> json) {
        this.json = json;
    }

    /** @param containers of a release by their numbers, as far as the reader may know them */
    Sheet of(RightKind kind, RightView right, UUID number, List<String> containers) {
        boolean isBill = kind == RightKind.BILL;
        return new Sheet(SheetKind.of(kind).title(), number.toString(), ISSUER,
                Optional.of(isBill ? COPY : AS_OF), List.of(new Fields(new Words("On the ledger", "账本记载"), identity(right, containers)),
                        new Fields(new Words("What stands there", "内容"), members(right))),
                List.of(new Attachment(kind.word() + ".json", "application/json", "The same for machines", json.apply(right))));
    }

    private static List<Entry> identity(RightView right, List<String> containers) {
        List<Entry> entries = new ArrayList<>();
        right.number().ifPresent(number -> entries.add(new Entry(new Words("Bill number", "提单号"), number)));
        if (!containers.isEmpty()) {
            entries.add(new Entry(new Words("Containers", "集装箱"), String.join(" ", containers)));
        }
        entries.add(new Entry(new Words("Subject", "标识"), right.subject()));
        entries.add(new Entry(new Words("Version", "版本"), Long.toString(right.version())));
        entries.add(new Entry(new Words("Changed at", "变更时间"), right.changedAt().toString()));
        return entries;
    }

    private static List<Entry> members(RightView right) {
        List<Entry> entries = new ArrayList<>();
        new TreeMap<>(right.record()).forEach((name, value) -> {
            if (!value.isBlank()) {
                entries.add(new Entry(NAMES.getOrDefault(name, new Words(name, name)), value));
            }
        });
        return entries;
    }
}
