package io.fairway.clearance;

import static io.fairway.clearance.Verdict.illegal;
import static io.fairway.clearance.Verdict.moved;
import static io.fairway.clearance.Verdict.waits;

import io.fairway.clearance.BulkRelease.Standing;
import io.fairway.clearance.ClearanceEvent.BulkFact;
import io.fairway.clearance.ClearanceEvent.BulkFetched;
import io.fairway.clearance.ClearanceEvent.BulkReleaseEnded;
import io.fairway.clearance.ClearanceEvent.BulkReleased;
import io.fairway.clearance.Verdict.Patience;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Bulk cargo is released by quantity and fetched in parts. That no more is fetched than was released is the ledger's to see to; here what was
 * fetched although customs had not let it go becomes an alert.
 */
final class BulkMachine {

    private BulkMachine() {
    }

    static Verdict judge(CaseState state, BulkFact fact, Instant at) {
        return switch (fact) {
            case BulkReleased released -> release(state, released);
            case BulkFetched fetched -> fetch(state, fetched, at);
            case BulkReleaseEnded ended -> end(state, ended);
        };
    }

    private static Verdict release(CaseState state, BulkReleased released) {
        if (state.bill().filter(bill -> bill.standing().isLive()).isPresent()) {
            return Reasons.billNotSurrendered();
        }
        Optional<BulkRelease> before = state.bulkRelease(released.release());
        return moved(state.with(new BulkRelease(released.release(), released.goods(), released.quantity(), Standing.OPEN, released.validUntil(),
                before.map(BulkRelease::parts).orElse(Map.of()))));
    }

    private static Verdict fetch(CaseState state, BulkFetched fetched, Instant at) {
        Optional<BulkRelease> release = state.bulkRelease(fetched.release());
        if (release.isEmpty()) {
            return waits(Patience.UNTIL_IT_FITS, "NO_SUCH_RELEASE", "There is no release " + fetched.release() + " of the goods.",
                    "没有放货单" + fetched.release() + "。");
        }
        CaseState next = state.with(release.get().with(fetched.version(), fetched.quantity()));
        return moved(againstFetching(state).map(reason -> next.with(new Alert(fetched.release(), reason, at))).orElse(next));
    }

    private static Optional<Reason> againstFetching(CaseState state) {
        Optional<Hold> hold = state.holds().stream().filter(each -> each.containers().isEmpty()).findFirst();
        boolean isReleased = !state.declarations().isEmpty() && state.declarations().values().stream().allMatch(declaration -> switch (declaration.phase()) {
            case RELEASED, CLOSED, CANCELLED, WITHDRAWN -> true;
            case PRE_LODGED, DRAFT, SUBMITTED, REGISTERED, REJECTED, ACCEPTED -> false;
        });
        return hold.map(Reasons::held).or(() -> isReleased ? Optional.empty() : Optional.of(Reason.of("FETCHED_WITHOUT_CUSTOMS",
                "Bulk cargo was fetched before customs had released all that is declared of it.", "散货在海关放行全部申报之前已被提取。")));
    }

    private static Verdict end(CaseState state, BulkReleaseEnded ended) {
        return state.bulkRelease(ended.release()).map(release -> moved(state.with(release.ended())))
                .orElseGet(() -> illegal("NO_SUCH_RELEASE", "There is no release " + ended.release() + " of the goods.", "没有放货单" + ended.release() + "。"));
    }
}
