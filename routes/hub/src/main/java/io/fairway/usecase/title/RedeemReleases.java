package io.fairway.usecase.title;

import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.Redemptions.ActiveRelease;
import io.fairway.usecase.title.Redemptions.Redemption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terminal's gate-out redeems the release on the ledger: what the terminal said becomes its intent, signed by its key where it left that
 * in the hub's custody. The contract lets each unit be redeemed once, whoever asks and how often.
 */
public final class RedeemReleases {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final int BATCH = 50;

    private final Redemptions redemptions;
    private final Acts acts;
    private final Custody custody;
    private final Commitments commitments;
    private final Transactions transactions;
    private final Identifiers identifiers;
    private final InstantSource clock;
    private final String channel;

    /** @param channel the ledger channel */
    public RedeemReleases(Redemptions redemptions, Acts acts, Custody custody, Commitments commitments, Transactions transactions,
                          Identifiers identifiers, InstantSource clock, String channel) {
        this.redemptions = redemptions;
        this.acts = acts;
        this.custody = custody;
        this.commitments = commitments;
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.clock = clock;
        this.channel = channel;
    }

    /** Turns what waits into acts, each in a transaction of its own. @return how many were looked at */
    public int redeemPending() {
        List<Redemption> pending = transactions.asHub(() -> {
            redemptions.collect();
            return redemptions.pending(BATCH);
        });
        pending.forEach(one -> transactions.asHub(() -> redeem(one)));
        return pending.size();
    }

    private Redemption redeem(Redemption one) {
        String unit = commitments.ofUnit(one.container());
        Optional<ActiveRelease> release = redemptions.active(unit).filter(found ->
                found.record().find("terminal").filter(LedgerNames.of(one.terminal())::equals).isPresent());
        if (release.isEmpty()) {
            redemptions.withoutRelease(one);
            return one;
        }
        FlatRecord intent = intent(one, unit, release.get());
        custody.sign(one.terminal(), intent.canonical()).ifPresentOrElse(signature -> {
            var act = new Acts.NewAct(identifiers.next(), one.terminal(), intent.text("actor"), intent.text("event"), intent.text("subject"),
                    intent.text("action"), intent.canonical(), List.of(signature), clock.instant());
            acts.add(act);
            redemptions.sent(one, act.id());
        }, () -> redemptions.awaitTerminal(one));
        return one;
    }

    private FlatRecord intent(Redemption one, String unit, ActiveRelease release) {
        return FlatRecord.of(Map.of("action", "release.redeem", "actor", LedgerNames.of(one.terminal()), "event", identifiers.next().toString(),
                "expiry", clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS).toString(), "ledger", channel, "subject", release.subject(),
                "version", Long.toString(release.version()), "units", unit,
                "recipient", release.record().find("haulier").orElse(release.record().text("holder"))));
    }
}
