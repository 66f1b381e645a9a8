package io.fairway.usecase.verification;

import io.fairway.document.Document;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Digests;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.PresentedDocuments;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.view.CheckView;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.VerificationView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers a bank check by check, never with a bare "authentic". It sees what the customer granted and nothing else; who granted sees that it
 * looked. What was presented is compared and forgotten: of it the digest is kept.
 */
public final class VerifyTrade {
    private static final Map<String, Integer> ORDER = Stream.of(Check.values()).collect(Collectors.toMap(Check::word, Enum::ordinal));

    private final FindTrade trades;
    private final PresentedDocuments reading;
    private final CheckSeal seals;
    private final Transactions transactions;
    private final Verifications verifications;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public VerifyTrade(FindTrade trades, PresentedDocuments reading, CheckSeal seals, Transactions transactions, Verifications verifications,
                       Journal journal, Identifiers identifiers, InstantSource clock) {
        this.trades = trades;
        this.reading = reading;
        this.seals = seals;
        this.transactions = transactions;
        this.verifications = verifications;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * The terms, if they can be compared with anything.
     *
     * @throws IllegalArgumentException when the amount is none; the message says what was expected
     */
    public Question.Terms accepted(Question.Terms terms) {
        trades.claim("", "", terms);
        return terms;
    }

    /**
     * Verifies.
     *
     * @param question with terms that were {@linkplain #accepted accepted}
     * @return empty when the caller sees no such case: it was granted none, or there is none
     */
    public Optional<VerificationView> verify(Caller caller, Question question) {
        Instant now = clock.instant();
        return trades.find(caller, question.subject(), question.terms(), "verification", now).map(trade -> {
            VerificationView answered = answered(caller, question, trade, now);
            return transactions.asParty(caller.party(), () -> {
                verifications.add(caller.party(), answered);
                journal.append(now, caller.party(), "verified", answered.id(), "{\"consignment\":\"%s\"}".formatted(answered.consignment()));
                return answered;
            });
        });
    }

    /** The caller's own, newest first. */
    public Slice<VerificationView> list(Caller caller, Slice.Want want) {
        return transactions.asParty(caller.party(), () -> verifications.page(want));
    }

    /** One of them, as it was answered then. */
    public Optional<VerificationView> find(Caller caller, UUID id) {
        return transactions.asParty(caller.party(), () -> verifications.find(id));
    }

    private VerificationView answered(Caller caller, Question question, Trade trade, Instant now) {
        byte[] file = question.presented().file();
        CheckSeal.Sealed sealed = seals.check(file, now);
        List<Document> read = file.length == 0 ? List.of()
                : reading.read(caller, sealed.content().orElse(file), document -> Cargo.of(document, trade.bill()).isPresent());
        List<CheckView> checks = Stream.of(List.of(new PaperChecks(trade, question.presented(), read).unaltered(), sealed.answer()),
                        new TitleChecks(trade, question.terms()).all(), new CargoChecks(trade, question.terms(), read).all(),
                        new MovementChecks(trade).all(), new WarningChecks(trade, now).all())
                .flatMap(List::stream).sorted(Comparator.comparing(check -> ORDER.get(check.check()))).toList();
        ConsignmentView view = trade.seen().consignment();
        Optional<String> presented = file.length == 0 ? question.presented().digest().map(Sha256::value) : Optional.of(Digests.of(file).value());
        return new VerificationView(identifiers.next(), view.id(), view.carrier(), view.bill(), trade.seen().grant().map(TradeCase.Grant::id),
                presented, now, view.changedAt(), trade.ledger().block(), checks, Optional.empty());
    }
}
