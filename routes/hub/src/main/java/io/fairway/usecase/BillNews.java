package io.fairway.usecase;

import io.fairway.clearance.CaseState;
import io.fairway.clearance.ClearanceEvent.BillMoved;
import io.fairway.clearance.ClearanceEvent.BillMoved.Standing;
import io.fairway.usecase.LedgerNews.News;
import io.fairway.usecase.title.LedgerNames;
import java.util.Optional;
import java.util.Set;

/** What the ledger told of a bill, as a fact of its case. Who holds it or has it in pledge meanwhile is no fact of the case. */
final class BillNews {
    private static final Set<String> ACTIONS = Set.of("bill.issue", "bill.surrender", "bill.acceptSurrender", "bill.refuseSurrender", "bill.lapse",
            "bill.replace", "bill.toPaper", "bill.makeVoid", "bill.pledge", "bill.releasePledge");
    private static final Set<String> LIVE = Set.of("held", "offered", "surrendered");

    private BillNews() {
    }

    static boolean concernsACase(News news) {
        return ACTIONS.contains(news.action());
    }

    static Optional<BillMoved> of(News news, CaseState before) {
        String[] subject = news.subject().split("/");
        return standing(news, before).map(standing -> new BillMoved(Integer.parseInt(subject[subject.length - 1]),
                Long.parseLong(news.record().text("version")), standing));
    }

    /** Whom the bill is pledged to now; nobody once it has ended. */
    static Optional<PartyId> pledgee(News news) {
        return news.record().find("state").filter(LIVE::contains).flatMap(live -> news.record().find("pledgee")).flatMap(LedgerNames::party);
    }

    private static Optional<Standing> standing(News news, CaseState before) {
        return switch (news.action()) {
            case "bill.issue" -> Optional.of(Standing.ISSUED);
            case "bill.surrender" -> Optional.of(news.record().find("purpose").filter("delivery"::equals).isPresent()
                    ? Standing.SURRENDERED_FOR_DELIVERY : Standing.SURRENDERED_FOR_CHANGE);
            case "bill.acceptSurrender" -> Optional.of(Standing.ACCOMPLISHED);
            case "bill.refuseSurrender" -> Optional.of(Standing.GIVEN_BACK);
            case "bill.lapse" -> before.bill().filter(bill -> bill.standing() == Standing.SURRENDERED_FOR_DELIVERY
                    || bill.standing() == Standing.SURRENDERED_FOR_CHANGE).map(surrendered -> Standing.GIVEN_BACK);
            case "bill.replace" -> Optional.of(news.record().find("replaces").isPresent() ? Standing.ISSUED : Standing.REPLACED);
            case "bill.toPaper" -> Optional.of(Standing.ON_PAPER);
            case "bill.makeVoid" -> Optional.of(Standing.VOID);
            default -> Optional.empty();
        };
    }
}
