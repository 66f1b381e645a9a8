package io.fairway.usecase.sheet;

import io.fairway.signing.Sheet;
import io.fairway.signing.Sheet.Attachment;
import io.fairway.signing.Sheet.Entry;
import io.fairway.signing.Sheet.Fields;
import io.fairway.signing.Sheet.Table;
import io.fairway.signing.Sheet.Words;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.Caller;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.ConsignmentView.AlertView;
import io.fairway.usecase.view.ContainerView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Hands out what was counted of a consignment: each container of its manifest and beyond it, where it is, and what does not agree. */
public final class IssueTallies {
    private static final String ISSUER = "Fairway 航道";
    private static final Words AS_TOLD = new Words("As carrier, terminal and gate have told the hub until then", "以截至当时承运人、码头和闸口所报为准");

    private final CaseQueries cases;
    private final Function<Object, byte[]> json;
    private final HandOutSheets sheets;

    /** @param json writes a view as the API does */
    public IssueTallies(CaseQueries cases, Function<Object, byte[]> json, HandOutSheets sheets) {
        this.cases = cases;
        this.json = json;
        this.sheets = sheets;
    }

    /**
     * The tally of a consignment as it stands now.
     *
     * @return empty when the caller sees no such consignment
     * @throws io.fairway.usecase.retention.ErasedException when it was handed out and is erased with its case
     * @throws io.fairway.usecase.evidence.EvidenceUnavailableException when there is no timestamp for a new one
     */
    public Optional<IssuedSheet> issue(Caller caller, UUID consignment) {
        return cases.consignment(caller, consignment).map(detail -> sheets.handOut(caller, SheetKey.of(SheetKind.TALLY, consignment, version(detail)),
                number -> sheet(detail, number)));
    }

    private static long version(ConsignmentDetail detail) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, detail.consignment().changedAt());
    }

    private Sheet sheet(ConsignmentDetail detail, UUID number) {
        ConsignmentView view = detail.consignment();
        var about = new Fields(new Words("Consignment", "货物"), List.of(new Entry(new Words("Bill number", "提单号"), view.bill()),
                new Entry(new Words("Carrier", "承运人"), view.carrier()),
                new Entry(new Words("Containers told", "已报集装箱数"), Integer.toString(detail.containers().size())),
                new Entry(new Words("Come ashore or further", "已卸船及以后"), Long.toString(detail.containers().stream()
                        .filter(each -> each.since().isPresent()).count())),
                new Entry(new Words("Last change", "最后变更"), view.changedAt().toString())));
        var counted = new Table(new Words("Tally", "理货"), List.of(new Words("Container", "集装箱"), new Words("On the manifest", "舱单内"),
                new Words("Where it is", "位置"), new Words("Since", "时间"), new Words("Seals", "封志")),
                detail.containers().stream().map(IssueTallies::row).toList());
        var amiss = new Table(new Words("What does not agree", "不符事项"), List.of(new Words("Subject", "对象"), new Words("What", "说明"),
                new Words("内容", "内容"), new Words("Since", "时间")), view.alerts().stream().map(IssueTallies::row).toList());
        return new Sheet(SheetKind.TALLY.title(), number.toString(), ISSUER, Optional.of(AS_TOLD),
                view.alerts().isEmpty() ? List.of(about, counted) : List.of(about, counted, amiss),
                List.of(new Attachment("tally.json", "application/json", "The same for machines", json.apply(detail))));
    }

    private static List<String> row(ContainerView container) {
        return List.of(container.number(), container.manifested() ? "yes 是" : "no 否", container.position().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                container.since().map(Instant::toString).orElse("-"), String.join(" ", container.seals()));
    }

    private static List<String> row(AlertView alert) {
        return List.of(alert.subject(), alert.reason().text().en(), alert.reason().text().zh(), alert.at().toString());
    }
}
