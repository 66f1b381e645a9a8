package io.fairway.usecase.title;

import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.Redemptions.ActiveRelease;
import io.fairway.usecase.title.Redemptions.Redemption;
import java.time.Duration;
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
    private final ActsInCustody acts;
    private final Commitments commitments;
    private final Transactions transactions;

    public RedeemReleases(Redemptions redemptions, ActsInCustody acts, Commitments commitments, Transactions transactions) {
        this.redemptions = redemptions;
        this.acts = acts;
        this.commitments = commitments;
        this.transactions = transactions;
    }

    /** Turns what waits into acts, each in a transaction of its own. @return how many were looked at */
    public int redeemPending() {
        List<Redemption> pending = transactions.asHub(() -> {
            redemptions.takeUpAgain();
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
        acts.add(one.terminal(), order(unit, release.get()))
                .ifPresentOrElse(act -> redemptions.sent(one, act), () -> redemptions.awaitTerminal(one));
        return one;
    }

    private static ActsInCustody.Order order(String unit, ActiveRelease release) {
        return new ActsInCustody.Order("release.redeem", release.subject(), release.version(), LIFE, Map.of("units", unit,
                "recipient", release.record().find("haulier").orElse(release.record().text("holder"))));
    }
}
