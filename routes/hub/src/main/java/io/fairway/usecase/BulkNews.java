package io.fairway.usecase;

import io.fairway.clearance.ClearanceEvent.BulkFact;
import io.fairway.clearance.ClearanceEvent.BulkFetched;
import io.fairway.clearance.ClearanceEvent.BulkReleaseEnded;
import io.fairway.clearance.ClearanceEvent.BulkReleased;
import io.fairway.usecase.LedgerNews.News;
import java.time.Instant;
import java.util.Optional;

/** What the ledger told of a release of bulk cargo, as a fact of its case. */
final class BulkNews {
    private BulkNews() {
    }

    /** Whether the release is for a quantity. */
    static boolean isAbout(News next) {
        return next.record().find("quantity").isPresent();
    }

    /** The fact, if it is one. @param open whether the release can be used, as far as its carrier goes @param reference of the release */
    static Optional<BulkFact> of(News next, LedgerNews news, boolean open, String reference) {
        return switch (next.action()) {
            case "release.issue", "release.charge", "release.fulfil", "release.extend", "release.acceptNomination" -> open
                    ? Optional.of(released(next, news, reference)) : Optional.empty();
            case "release.redeem" -> {
                long version = Long.parseLong(next.record().text("version"));
                yield Optional.of(new BulkFetched(reference, version, news.quantity(next.subject(), version)));
            }
            case "release.revoke", "release.expire" -> Optional.of(new BulkReleaseEnded(reference));
            default -> Optional.empty();
        };
    }

    private static BulkReleased released(News next, LedgerNews news, String reference) {
        String haulier = next.record().find("haulierState").filter("accepted"::equals).flatMap(state -> next.record().find("haulier")).orElse("");
        return new BulkReleased(reference, news.goods(next.record().list("units")), news.quantity(next.subject(), 1), haulier,
                next.record().find("validUntil").map(Instant::parse));
    }
}
