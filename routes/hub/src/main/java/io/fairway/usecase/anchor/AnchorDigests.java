package io.fairway.usecase.anchor;

import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.Leaf;
import io.fairway.ledger.proof.MerkleTree;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.Anchors.Batch;
import io.fairway.usecase.anchor.Anchors.Head;
import io.fairway.usecase.anchor.Anchors.Stream;
import io.fairway.usecase.anchor.Anchors.Waiting;
import io.fairway.usecase.title.ActsInCustody;
import io.fairway.usecase.title.LedgerNames;
import io.fairway.usecase.view.ActView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts the digests that were committed since the last time under a Merkle root, and has the root appended to the ledger by an act of the hub's
 * own party: in order, without gaps, each digest once. Of a stream one batch is on its way at a time; the next one begins when it stands.
 *
 * <p>A batch that the ledger refused for its age, or because the ledger has gone on meanwhile (this database is a restored one), gets another
 * act behind what the ledger has: the ledger wins.
 */
public final class AnchorDigests {
    private static final int MOST = 16_384;
    private static final String TOO_OLD = "FW-INTENT-EXPIRED";
    private static final Duration LIFE = Duration.ofDays(6);
    /** A hub that cannot sign for itself, having no ledger, does not look through its digests all the time. */
    private static final int ROUNDS_WITHOUT_A_KEY = 5;

    private final Anchors anchors;
    private final ActsInCustody acts;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration every;
    private volatile Instant restsUntil = Instant.EPOCH;

    /** @param every least time between two batches of a stream that are not full */
    public AnchorDigests(Anchors anchors, ActsInCustody acts, Transactions transactions, InstantSource clock, Duration every) {
        this.anchors = anchors;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
        this.every = every;
    }

    /** Makes the batches that are due. @return how many acts were added for the ledger's worker */
    public int anchor() {
        int made = 0;
        if (clock.instant().isBefore(restsUntil)) {
            return made;
        }
        for (Stream stream : Stream.values()) {
            made += transactions.asHub(() -> anchors.claim() ? next(stream) : 0);
        }
        return made;
    }

    private int next(Stream stream) {
        String subject = "anchor/" + LedgerNames.of(PartyId.HUB) + "/" + stream.word();
        Optional<Batch> newest = anchors.newest(stream);
        Head told = anchors.head(subject).orElse(Head.none());
        if (newest.isEmpty()) {
            return begin(stream, subject, told, anchors.waiting(stream, MOST));
        }
        Batch last = newest.get();
        return switch (last.state()) {
            case PENDING, AWAITS_SECOND_PERSON -> 0;
            case REFUSED -> last.code().equals(TOO_OLD) || told.number() >= last.number() ? again(last, told) : 0;
            case RECORDED -> {
                List<Waiting> waiting = anchors.waiting(stream, MOST);
                boolean due = waiting.size() == MOST || !clock.instant().isBefore(last.madeAt().plus(every));
                yield due ? begin(stream, subject, told.number() > last.number() ? told : last.asHead(), waiting) : 0;
            }
        };
    }

    private int begin(Stream stream, String subject, Head behind, List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return 0;
        }
        MerkleTree tree = MerkleTree.over(waiting.stream().map(each -> Leaf.anchoring(Digest.of(each.digest()))).toList());
        Optional<UUID> act = act(subject, behind, tree.root().hex(), tree.size());
        act.ifPresent(id -> anchors.keep(stream, waiting.getLast(), new Batch(subject, behind.number() + 1, behind, tree.root().hex(), tree.size(),
                id, ActView.State.PENDING, "", clock.instant()), tree.bytes()));
        if (act.isEmpty()) {
            restsUntil = clock.instant().plus(every.multipliedBy(ROUNDS_WITHOUT_A_KEY));
        }
        return act.isPresent() ? 1 : 0;
    }

    private int again(Batch batch, Head told) {
        Head behind = told.number() >= batch.number() ? told : batch.behind();
        Optional<UUID> act = act(batch.subject(), behind, batch.root(), batch.size());
        act.ifPresent(id -> anchors.renew(batch, behind, id));
        return act.isPresent() ? 1 : 0;
    }

    private Optional<UUID> act(String subject, Head behind, String root, int size) {
        return acts.add(PartyId.HUB, new ActsInCustody.Order("anchor.append", subject, behind.number(), LIFE, Map.of("root", root,
                "previous", behind.root(), "first", Long.toString(behind.end()), "count", Integer.toString(size))));
    }
}
