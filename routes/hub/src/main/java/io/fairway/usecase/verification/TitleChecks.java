package io.fairway.usecase.verification;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.title.LedgerNames;
import io.fairway.usecase.verification.OnLedger.Title;
import io.fairway.usecase.view.CheckView;
import io.fairway.usecase.view.RightEventView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Who issued the bill, who holds it, and whether somebody else has a right in it. Names nobody but the carrier and whom the bank named. */
final class TitleChecks {
    private static final List<String> LIVE = List.of("held", "offered", "surrendered");

    private final Trade trade;
    private final Question.Terms terms;

    TitleChecks(Trade trade, Question.Terms terms) {
        this.trade = trade;
        this.terms = terms;
    }

    List<CheckView> all() {
        return List.of(on(Check.ISSUER, this::issuer), on(Check.HOLDER, this::holder), on(Check.CHAIN_OF_CONTROL, TitleChecks::chain),
                on(Check.NOT_PLEDGED, this::pledge), financing());
    }

    private CheckView on(Check check, Function<Title, CheckView> answer) {
        return trade.ledger().bill().map(answer).orElseGet(() -> Answers.notAvailable(check,
                "No bill of this carrier and number was issued on the ledger.", "该承运人未在账本上签发此号提单。"));
    }

    private CheckView issuer(Title title) {
        return title.history().stream().limit(1).filter(first -> Trade.is(first.by(), trade.carrier())
                        && (first.action().equals("bill.issue") || title.record().find("replaces").isPresent())).findFirst()
                .map(issue -> Answers.match(Check.ISSUER, "The carrier issued the bill on the ledger (" + issue.custody() + ").",
                        "承运人已在账本上签发该提单（" + issue.custody() + "）。", List.of(Trade.evidence(title, issue))))
                .orElseGet(() -> Answers.mismatch(Check.ISSUER, "The bill on the ledger was not issued by the carrier.", "账本上的提单非承运人签发。",
                        Trade.standing(title)));
    }

    private CheckView holder(Title title) {
        Optional<PartyId> customer = terms.customer().or(() -> trade.seen().grant().map(TradeCase.Grant::owner)
                .filter(owner -> !owner.equals(trade.carrier())));
        if (customer.isEmpty()) {
            return Answers.notAvailable(Check.HOLDER, "No customer was named whose the bill should be.", "未指明应持有提单的客户。");
        }
        String state = title.record().text("state");
        if (!isLive(title)) {
            return Answers.mismatch(Check.HOLDER, "The bill has ended (" + state + "); nobody holds it any more.", "提单已终止（" + state + "），无持有人。",
                    Trade.standing(title));
        }
        return title.record().find("holder").filter(LedgerNames.of(customer.get())::equals).isPresent()
                ? Answers.match(Check.HOLDER, customer.get() + " holds the bill (" + state + ").", customer.get() + " 现持有该提单（" + state + "）。",
                        Trade.standing(title))
                : Answers.mismatch(Check.HOLDER, customer.get() + " does not hold the bill.", customer.get() + " 并非该提单的持有人。",
                        Trade.standing(title));
    }

    /** Whether it still gives its holder anything. */
    static boolean isLive(Title title) {
        return LIVE.contains(title.record().text("state"));
    }

    private static CheckView chain(Title title) {
        List<Long> versions = title.history().stream().map(RightEventView::version).toList();
        long last = Long.parseLong(title.record().text("version"));
        boolean whole = versions.equals(LongStream.rangeClosed(1, last).boxed().toList());
        return whole ? Answers.match(Check.CHAIN_OF_CONTROL, "All " + last + " changes of the bill since its issue stand on the ledger.",
                "提单自签发以来的" + last + "次变动均在账本上。", Trade.standing(title))
                : Answers.mismatch(Check.CHAIN_OF_CONTROL, "Changes of the bill are missing between its issue and now.", "提单自签发至今的变动有缺失。",
                        Trade.standing(title));
    }

    private CheckView pledge(Title title) {
        Optional<String> pledgee = title.record().find("pledgee");
        if (pledgee.isEmpty()) {
            return Answers.match(Check.NOT_PLEDGED, "The bill is pledged to nobody.", "提单未质押。", Trade.standing(title));
        }
        return Trade.is(pledgee.get(), trade.asking())
                ? Answers.match(Check.NOT_PLEDGED, "The bill is pledged to you.", "提单已质押给贵行。", Trade.standing(title))
                : Answers.mismatch(Check.NOT_PLEDGED, "The bill is pledged to somebody else.", "提单已质押给他人。", Trade.standing(title));
    }

    /** Says nothing of the other bank: no name, no transaction. */
    private CheckView financing() {
        if (terms.invoice().isEmpty() || terms.amount().isEmpty()) {
            return Answers.notAvailable(Check.NOT_FINANCED_BEFORE, "No invoice and amount were named.", "未指明发票及金额。");
        }
        Optional<OnLedger.Claim> active = trade.ledger().claim().filter(claim -> claim.record().text("state").equals("active"));
        String until = " (block " + trade.ledger().block() + ")";
        if (active.isEmpty()) {
            return trade.ledger().block() < 0 ? Answers.notAvailable(Check.NOT_FINANCED_BEFORE, "This hub has read no ledger.", "本系统未读取账本。")
                    : Answers.match(Check.NOT_FINANCED_BEFORE, "Nobody claims this financing on the ledger" + until + ".", "账本上无人登记该笔融资" + until + "。",
                            List.of());
        }
        return Trade.is(active.get().record().find("claimant").orElse(""), trade.asking())
                ? Answers.match(Check.NOT_FINANCED_BEFORE, "The one claim of this financing is yours" + until + ".", "该笔融资由贵行登记" + until + "。",
                        List.of())
                : Answers.mismatch(Check.NOT_FINANCED_BEFORE, "Somebody else claims this financing on the ledger" + until + ".",
                        "账本上已有他人登记该笔融资" + until + "。", List.of());
    }
}
