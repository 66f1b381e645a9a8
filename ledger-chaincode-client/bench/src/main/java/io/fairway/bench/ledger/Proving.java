package io.fairway.bench.ledger;

import io.fairway.ledger.EventId;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.Fact;
import io.fairway.ledger.proof.FactProof;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.MerkleTree;
import io.fairway.ledger.proof.NetworkTrust;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Proofs checked offline, by one thread. */
final class Proving {
    private static final int FACTS = 200;

    private Proving() {}

    static List<Figure> measure(Ledger ledger, NetworkTrust trust, Duration window) {
        var facts = IntStream.range(0, FACTS).mapToObj(number -> new Fact("item/" + number + "/grossMass", number + "000",
                new Fact.Salt(Digest.over(ByteBuffer.allocate(4).putInt(number).array())))).toList();
        var tree = MerkleTree.over(facts.stream().map(Fact::leaf).toList());
        var root = tree.root();
        var proof = new FactProof(facts.get(77), tree.path(77)).bytes();
        var key = "proof-" + System.nanoTime();
        var recorded = ledger.submit(ledger.endorse(Invocation.of(new EventId("carrier", key), key, "put", key, root.hex())));
        if (!(recorded instanceof Outcome.Recorded(var receipt))) {
            throw new IllegalStateException("The root was not recorded");
        }
        var checked = ClosedLoop.run(1, window, number -> require(FactProof.read(proof).root().equals(root)));
        var proven = ClosedLoop.run(1, window, number -> require(LedgerReceipt.read(receipt.bytes()).check(trust).isProven()));
        return List.of(new Figure("fact-proof", "fairway", "proofs/s", checked.perSecond()),
                new Figure("fact-proof", "fairway", "ms", checked.medianMillis()),
                new Figure("receipt", "fairway", "receipts/s", proven.perSecond()), new Figure("receipt", "fairway", "ms", proven.medianMillis()));
    }

    private static void require(boolean proven) {
        if (!proven) {
            throw new IllegalStateException("A proof does not stand");
        }
    }
}
