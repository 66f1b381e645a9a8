package io.fairway.usecase.work;

import io.fairway.document.finding.Text;
import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.PendingAct;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.view.AlarmView;
import io.fairway.usecase.view.ApprovalView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.work.WorkItem.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What waits in the caller's organisation: second persons, and what ends soon. */
public final class OrganisationWork implements WorkSource {
    private static final Slice.Want LATEST = new Slice.Want(Slice.Want.MOST, Optional.empty());

    private final RegistryQueries registry;
    private final InstantSource clock;

    public OrganisationWork(RegistryQueries registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> of(Caller caller) {
        Instant now = clock.instant();
        return Stream.concat(
                registry.approvals(caller, LATEST).items().stream().filter(act -> waitsFor(caller, act, now)).map(OrganisationWork::approval),
                registry.alarms(caller, LATEST).items().stream().map(alarm -> ending(alarm, now))).toList();
    }

    private static boolean waitsFor(Caller caller, ApprovalView act, Instant now) {
        return act.state() == PendingAct.State.PENDING && act.validUntil().isAfter(now) && caller.person().isPresent()
                && !act.askedBy().equals(caller.signature());
    }

    private static WorkItem approval(ApprovalView act) {
        return new WorkItem(Kind.APPROVAL, act.kind(), Optional.of(new Text("Asked by " + act.askedBy() + ".", "申请人：" + act.askedBy() + "。")),
                act.askedAt(), Optional.of(act.id()));
    }

    private static WorkItem ending(AlarmView alarm, Instant now) {
        return new WorkItem(Kind.ENDING, alarm.party() + " " + alarm.subject(), Optional.of(new Text(alarm.daysLeft() + " days are left.",
                "还剩" + alarm.daysLeft() + "天。")), now, Optional.empty());
    }
}
