package io.fairway.usecase.work;

import io.fairway.clearance.Agency;
import io.fairway.clearance.Role;
import io.fairway.document.finding.Text;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.Caller;
import io.fairway.usecase.LiftHold;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.DeclarationView;
import io.fairway.usecase.view.DeclarationView.AmountView;
import io.fairway.usecase.view.OpenDiscrepancyView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.work.WorkItem.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What waits in the clearance cases that the caller may see: the latest 200 of each kind are looked at. */
public final class CaseWork implements WorkSource {
    private static final Slice.Want LATEST = new Slice.Want(Slice.Want.MOST, Optional.empty());
    /** Hauliers, devices and those who oversee the hub have no part in a case. */
    private static final Set<Role> CONCERNED = Set.of(Role.FORWARDER, Role.CARRIER, Role.AGENT, Role.CUSTOMS, Role.BORDER, Role.MARITIME,
            Role.TERMINAL, Role.BANK);

    private final CaseQueries cases;

    public CaseWork(CaseQueries cases) {
        this.cases = cases;
    }

    @Override
    public List<WorkItem> of(Caller caller) {
        if (caller.roles().stream().noneMatch(CONCERNED::contains)) {
            return List.of();
        }
        return Stream.of(
                cases.openDiscrepancies(caller, LATEST).items().stream().filter(open -> concerns(caller, open)).map(CaseWork::discrepancy),
                cases.declarations(caller, Optional.empty(), LATEST).items().stream().flatMap(declaration -> declaration(caller, declaration)),
                cases.consignments(caller, Optional.empty(), Optional.empty(), LATEST).items().stream()
                        .flatMap(consignment -> consignment(caller, consignment)))
                .flatMap(items -> items).toList();
    }

    private static boolean concerns(Caller caller, OpenDiscrepancyView open) {
        boolean declarant = open.discrepancy().declarant().equals(caller.party().value());
        return switch (open.discrepancy().mustAct()) {
            case DECLARANT, ISSUER -> declarant;
            case CARRIER -> caller.roles().contains(Role.CARRIER) || caller.roles().contains(Role.AGENT);
            case CUSTOMS -> caller.roles().contains(Role.CUSTOMS);
        };
    }

    private static WorkItem discrepancy(OpenDiscrepancyView open) {
        return new WorkItem(Kind.DISCREPANCY, open.bill(), Optional.of(open.discrepancy().text()), open.discrepancy().foundAt(),
                Optional.of(open.consignment()));
    }

    private static Stream<WorkItem> declaration(Caller caller, DeclarationView declaration) {
        if (declaration.declarant().equals(caller.party().value())) {
            return ofDeclarant(declaration);
        }
        return caller.roles().contains(Role.CUSTOMS) ? ofCustoms(declaration) : Stream.empty();
    }

    private static Stream<WorkItem> ofDeclarant(DeclarationView declaration) {
        return switch (declaration.stage()) {
            case REJECTED -> Stream.of(item(Kind.REJECTED_DECLARATION, declaration, Optional.empty()));
            case EXAMINATION -> Stream.of(item(Kind.EXAMINATION, declaration, Optional.empty()));
            case DOCUMENT_CHECK -> Stream.of(item(Kind.DOCUMENTS_WANTED, declaration, Optional.of(wanted(declaration))));
            case DUTY_DUE -> Stream.of(item(Kind.DUTY_DUE, declaration, Optional.of(due(declaration))));
            case PRE_LODGED, DRAFT, SUBMITTED, REGISTERED, HELD, AMENDMENT_PENDING, PARTLY_RELEASED, ACCEPTED, RELEASED, CLOSED, CANCELLED,
                    WITHDRAWN -> Stream.empty();
        };
    }

    private static Stream<WorkItem> ofCustoms(DeclarationView declaration) {
        return switch (declaration.stage()) {
            case SUBMITTED, REGISTERED, ACCEPTED, AMENDMENT_PENDING -> Stream.of(item(Kind.TO_DECIDE, declaration, Optional.empty()));
            case EXAMINATION -> Stream.of(item(Kind.EXAMINATION, declaration, Optional.empty()));
            case PRE_LODGED, DRAFT, REJECTED, HELD, DOCUMENT_CHECK, DUTY_DUE, PARTLY_RELEASED, RELEASED, CLOSED, CANCELLED, WITHDRAWN ->
                    Stream.empty();
        };
    }

    private static WorkItem item(Kind kind, DeclarationView declaration, Optional<Text> detail) {
        return new WorkItem(kind, declaration.lrn(), detail, declaration.changedAt(), Optional.of(declaration.consignment()));
    }

    private static Text wanted(DeclarationView declaration) {
        String types = String.join(", ", declaration.documentsOutstanding());
        return types.equals("*") ? new Text("Customs did not say which.", "海关未说明所需单证种类。")
                : new Text("Document types (EDIFACT 1001): " + types + ".", "单证类型（EDIFACT 1001）：" + types + "。");
    }

    private static Text due(DeclarationView declaration) {
        String amounts = declaration.duty().due().stream().map(CaseWork::told).collect(Collectors.joining(", "));
        return new Text(amounts + " is due.", "应缴" + amounts + "。");
    }

    private static String told(AmountView amount) {
        return amount.amount() + " " + amount.currency();
    }

    private static Stream<WorkItem> consignment(Caller caller, ConsignmentView consignment) {
        Optional<Agency> own = LiftHold.agencyOf(caller);
        Stream<WorkItem> holds = consignment.holds().stream().map(hold -> new WorkItem(own.filter(hold.agency()::equals).isPresent()
                ? Kind.OWN_HOLD : Kind.HELD, consignment.bill(), Optional.of(new Text(hold.reason(), hold.reason())), consignment.changedAt(),
                Optional.of(consignment.id())));
        Stream<WorkItem> alerts = consignment.alerts().stream().map(alert -> new WorkItem(Kind.ALERT, alert.subject(),
                Optional.of(alert.reason().text()), alert.at(), Optional.of(consignment.id())));
        return Stream.concat(holds, alerts);
    }
}
