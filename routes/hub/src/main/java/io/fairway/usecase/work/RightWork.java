package io.fairway.usecase.work;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import io.fairway.usecase.title.Clashes;
import io.fairway.usecase.title.LedgerNames;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.view.RightView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.work.WorkItem.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What waits in bills, releases and financings for the caller's signature or answer; the latest 200 of each are looked at. */
public final class RightWork implements WorkSource {
    private static final Slice.Want LATEST = new Slice.Want(Slice.Want.MOST, Optional.empty());
    private static final Set<Role> STRANGERS = Set.of(Role.OPERATOR, Role.AUDITOR, Role.GATE_DEVICE);

    private final Rights rights;
    private final Clashes clashes;

    public RightWork(Rights rights, Clashes clashes) {
        this.rights = rights;
        this.clashes = clashes;
    }

    @Override
    public List<WorkItem> of(Caller caller) {
        if (STRANGERS.containsAll(caller.roles())) {
            return List.of();
        }
        String me = LedgerNames.of(caller.party());
        return Stream.of(
                rights.list(caller, RightKind.BILL, Optional.empty(), LATEST).items().stream().flatMap(bill -> bill(me, bill)),
                rights.list(caller, RightKind.RELEASE, Optional.empty(), LATEST).items().stream().flatMap(release -> release(me, release)),
                clashes(caller)).flatMap(items -> items).toList();
    }

    private static Stream<WorkItem> bill(String me, RightView bill) {
        return switch (bill.state()) {
            case "offered" -> says(bill, "offeredTo", me) ? Stream.of(item(Kind.BILL_OFFERED, bill)) : Stream.empty();
            case "surrendered" -> says(bill, "carrier", me) ? Stream.of(item(Kind.BILL_SURRENDERED, bill)) : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static Stream<WorkItem> release(String me, RightView release) {
        if (!release.state().equals("active")) {
            return Stream.empty();
        }
        if (says(release, "offeredTo", me)) {
            return Stream.of(item(Kind.RELEASE_OFFERED, release));
        }
        if (says(release, "haulier", me) && says(release, "haulierState", "nominated")) {
            return Stream.of(item(Kind.NOMINATED, release));
        }
        boolean mine = says(release, "holder", me) && !says(release, "issuer", me);
        return mine && !release.record().containsKey("haulier") ? Stream.of(item(Kind.NOMINATE, release)) : Stream.empty();
    }

    private Stream<WorkItem> clashes(Caller caller) {
        return !caller.roles().contains(Role.BANK) ? Stream.empty() : clashes.list(caller, LATEST).items().stream()
                .map(clash -> new WorkItem(Kind.CLASH, clash.contact(), Optional.empty(), clash.toldAt(), Optional.of(clash.id())));
    }

    private static boolean says(RightView right, String member, String value) {
        return value.equals(right.record().get(member));
    }

    private static WorkItem item(Kind kind, RightView right) {
        return new WorkItem(kind, right.number().orElse(right.subject()), Optional.empty(), right.changedAt(), Optional.of(right.id()));
    }
}
