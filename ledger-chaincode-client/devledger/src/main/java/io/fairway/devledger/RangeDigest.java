package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/** What a range query saw, for the phantom check at commit: the reads themselves, or beyond {@value #DEGREE} of them a Merkle tree. */
final class RangeDigest {
    static final int DEGREE = 50;

    private final Map<Integer, List<ByteString>> levels = new TreeMap<>();
    private List<KVRead> pending = new ArrayList<>();
    private int top = 1;

    void add(KVRead read) {
        pending.add(read);
        if (pending.size() > DEGREE) {
            hashPending();
        }
    }

    void writeTo(RangeQueryInfo.Builder query) {
        if (levels.isEmpty()) {
            query.setRawReads(QueryReads.newBuilder().addAllKvReads(pending));
            return;
        }
        if (!pending.isEmpty()) {
            hashPending();
        }
        close();
        query.setReadsMerkleHashes(QueryReadsMerkleSummary.newBuilder()
                .setMaxDegree(DEGREE).setMaxLevel(top).addAllMaxLevelHashes(level(top)));
    }

    private void hashPending() {
        var reads = QueryReads.newBuilder().addAllKvReads(pending).build().toByteString();
        pending = new ArrayList<>();
        level(1).add(Digests.sha256(reads));
        for (int level = 1; level(level).size() > DEGREE; level++) {
            raise(level);
            top = Math.max(top, level + 1);
        }
    }

    private void close() {
        for (int level = 1; level < top; level++) {
            if (!level(level).isEmpty()) {
                raise(level);
            }
        }
        if (level(top).size() > DEGREE) {
            raise(top);
            top++;
        }
    }

    private void raise(int level) {
        var hashes = level(level);
        var hash = hashes.size() == 1 ? hashes.getFirst() : Digests.sha256(hashes.toArray(ByteString[]::new));
        levels.remove(level);
        level(level + 1).add(hash);
    }

    private List<ByteString> level(int level) {
        return levels.computeIfAbsent(level, ignored -> new ArrayList<>());
    }
}
