package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalUuid;
import static io.fairway.store.Columns.uuid;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.clearance.ContainerState;
import io.fairway.clearance.DeclarationState;
import io.fairway.clearance.ManifestState;
import io.fairway.clearance.Reason;
import io.fairway.clearance.RecordedEvent.Disposition;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.finding.Text;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.Sha256;
import io.fairway.store.CaseSnapshot.Permission;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.ConsignmentView.AlertView;
import io.fairway.usecase.view.ConsignmentView.HoldView;
import io.fairway.usecase.view.ContainerView;
import io.fairway.usecase.view.DeclarationView;
import io.fairway.usecase.view.DeclarationView.AmountView;
import io.fairway.usecase.view.DeclarationView.DocumentView;
import io.fairway.usecase.view.DeclarationView.DutyView;
import io.fairway.usecase.view.EventWords;
import io.fairway.usecase.view.PortCallView;
import io.fairway.usecase.view.ReasonView;
import io.fairway.usecase.view.TimelineEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of cases as views. What is shown to everybody who sees a case names no declaration. */
final class CaseViews {
    private static final String NAMES_A_DECLARATION = "NOT_RELEASED_BY_CUSTOMS";
    private static final String HELD = "HELD";
    private static final Text NOT_RELEASED = new Text("Customs has not released all goods in the container.", "海关尚未放行箱内全部货物。");

    private CaseViews() {
    }

    static ConsignmentView consignment(ResultSet row, int number) throws SQLException {
        Optional<CaseSnapshot> state = Optional.ofNullable(row.getString("state")).map(json -> StoredJson.read(json, CaseSnapshot.class));
        String bill = row.getString("bill");
        return new ConsignmentView(uuid(row, "id"), row.getString("carrier"), bill, environment(row),
                state.map(CaseSnapshot::phase).filter(phase -> phase != ManifestState.Phase.NONE),
                state.map(CaseSnapshot::manifestVersion).orElse(0), optionalUuid(row, "port_call"),
                state.map(snapshot -> !snapshot.holds().isEmpty()).orElse(false),
                state.map(CaseViews::holds).orElse(List.of()), state.map(snapshot -> alerts(snapshot, bill)).orElse(List.of()),
                instant(row, "opened_at"), instant(row, "changed_at"), Columns.optionalInstant(row, "erased_at"));
    }

    private static List<HoldView> holds(CaseSnapshot snapshot) {
        return snapshot.holds().stream().map(hold -> new HoldView(hold.agency(), hold.id(), hold.reason(), numbers(hold.containers()))).toList();
    }

    private static List<AlertView> alerts(CaseSnapshot snapshot, String bill) {
        return snapshot.alerts().stream().filter(alert -> alert.subject().equals(bill) || isContainer(alert.subject()))
                .map(alert -> new AlertView(alert.subject(), ReasonView.of(alert.reason()), alert.at())).toList();
    }

    private static boolean isContainer(String subject) {
        return subject.matches("[A-Z]{4}[0-9]{7}");
    }

    static ContainerView container(ResultSet row, int number) throws SQLException {
        CaseSnapshot.OfContainer state = StoredJson.read(row.getString("state"), CaseSnapshot.OfContainer.class);
        ContainerState container = state.container();
        return new ContainerView(uuid(row, "id"), uuid(row, "consignment"), row.getString("bill"), row.getString("number"),
                environment(row), !row.getString("status").equals("REMOVED"), container.position(), container.since(),
                state.customs() == Permission.GIVEN, isHeld(state),
                container.carrierRelease().map(release ->
                        new ContainerView.CarrierReleaseView(release.reference(), release.validUntil())),
                state.leave() == Permission.GIVEN, state.use() == Permission.GIVEN, state.pickup() == Permission.GIVEN,
                reasons(state.againstLeaving()), reasons(state.againstUse()), container.seals(), instant(row, "changed_at"));
    }

    private static boolean isHeld(CaseSnapshot.OfContainer state) {
        return state.againstLeaving().stream().anyMatch(reason -> reason.code().equals(HELD));
    }

    private static List<ReasonView> reasons(List<Reason> reasons) {
        return reasons.stream().map(reason -> reason.code().equals(NAMES_A_DECLARATION)
                ? new ReasonView(reason.code(), NOT_RELEASED) : ReasonView.of(reason)).distinct().toList();
    }

    static DeclarationView declaration(ResultSet row, int number) throws SQLException {
        CaseSnapshot.OfDeclaration state = StoredJson.read(row.getString("state"), CaseSnapshot.OfDeclaration.class);
        DeclarationState declaration = state.declaration();
        return new DeclarationView(uuid(row, "id"), uuid(row, "consignment"), row.getString("lrn"), row.getString("declarant"),
                declaration.entryNumber().map(EntryNumber::value), environment(row), state.stage(), declaration.version(),
                declaration.documentsOutstanding().stream().sorted().toList(),
                declaration.attachments().stream().map(document -> new DocumentView(document.typeCode(), document.number(),
                        document.attachment().map(Sha256::value))).toList(), duty(declaration),
                declaration.released().stream().map(ContainerNumber::value).sorted().toList(),
                InterchangeDetails.text(declaration.releaseNumber()), instant(row, "changed_at"));
    }

    private static DutyView duty(DeclarationState declaration) {
        return new DutyView(declaration.duty().status(), declaration.duty().due().stream()
                .map(money -> new AmountView(money.amount().toPlainString(), money.currency())).toList());
    }

    static PortCallView portCall(ResultSet row, int number) throws SQLException {
        CaseSnapshot.OfPortCall state = StoredJson.read(row.getString("state"), CaseSnapshot.OfPortCall.class);
        return new PortCallView(uuid(row, "id"), row.getString("ship"), row.getString("ship_name"), row.getString("voyage"),
                row.getString("port"), row.getString("carrier"), environment(row), state.estimatedArrival(), state.arrivedAt(),
                instant(row, "changed_at"));
    }

    static TimelineEntry event(ResultSet row) throws SQLException {
        return new TimelineEntry(row.getLong("sequence"), instant(row, "occurred_at"), instant(row, "received_at"), row.getString("sender"),
                row.getString("kind"), EventWords.of(StoredJson.read(row.getString("event"), ClearanceEvent.class)),
                InterchangeDetails.text(row.getString("interchange")), InterchangeDetails.text(row.getString("message")),
                Disposition.valueOf(row.getString("disposition")), reason(row.getString("reason")),
                Disposition.valueOf(row.getString("stands")), reason(row.getString("stands_reason")));
    }

    private static Optional<ReasonView> reason(@Nullable String json) {
        return Optional.ofNullable(json).map(text -> ReasonView.of(StoredJson.read(text, Reason.class)));
    }

    private static List<String> numbers(List<ContainerNumber> containers) {
        return containers.stream().map(ContainerNumber::value).toList();
    }

    private static Environment environment(ResultSet row) throws SQLException {
        return Environment.valueOf(row.getString("environment"));
    }
}
