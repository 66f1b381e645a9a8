package io.fairway.bench.ledger;

import io.fairway.ledger.EventId;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.Leaf;
import io.fairway.ledger.proof.MerkleTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** From digests to flushed inclusion proofs against a root that stands on the ledger. */
final class Anchoring {
    private static final int BATCH = 2_000;
    private static final int IN_FLIGHT = 8;

    private final Ledger ledger;
    private final Path folder;

    Anchoring(Ledger ledger, Path folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    List<Figure> measure(Duration window) {
        var digests = IntStream.range(0, BATCH).mapToObj(number -> Digest.over(ByteBuffer.allocate(4).putInt(number).array())).toList();
        var result = ClosedLoop.run(IN_FLIGHT, window, number -> anchor(digests, number));
        return List.of(new Figure("anchor-" + BATCH, "fairway", "digests/s", result.perSecond() * BATCH),
                new Figure("anchor-" + BATCH, "fairway", "ms", result.medianMillis()));
    }

    private void anchor(List<Digest> digests, int number) {
        var tree = MerkleTree.over(digests.stream().map(Leaf::anchoring).toList());
        var key = "anchor-" + System.nanoTime() + "-" + number;
        var outcome = ledger.submit(ledger.endorse(Invocation.of(new EventId("carrier", key), key, "put", key, tree.root().hex())));
        if (!(outcome instanceof Outcome.Recorded(var receipt))) {
            throw new IllegalStateException("The root was not recorded");
        }
        var proofs = new ByteArrayOutputStream();
        proofs.writeBytes(receipt.bytes());
        for (var index = 0; index < digests.size(); index++) {
            tree.path(index).siblings().forEach(sibling -> proofs.writeBytes(sibling.bytes()));
        }
        store(folder.resolve("proofs-" + number), proofs.toByteArray());
    }

    private static void store(Path file, byte[] proofs) {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(proofs));
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("Proofs could not be stored", e);
        }
    }
}
