package io.fairway.store;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.AnchorProof;
import io.fairway.usecase.anchor.AnchorProofs;
import io.fairway.usecase.anchor.AnchoredBatch;
import io.fairway.usecase.anchor.Anchors;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Proofs cut from the trees of the batches that stand on the ledger. */
public final class JdbcAnchorProofs implements AnchorProofs {
    private final Transactions transactions;

    public JdbcAnchorProofs(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Place(Sha256 digest, AnchorProof.AnchorEvent event) {
    }

    @Override
    public Map<Sha256, AnchorProof> find(Collection<Sha256> digests) {
        return transactions.asHub(() -> {
            Map<Sha256, AnchorProof> proofs = new LinkedHashMap<>();
            places(digests).forEach((event, ofBatch) -> proofs.putAll(proofs(event, ofBatch)));
            return proofs;
        });
    }

    private static Map<AnchorProof.AnchorEvent, List<Place>> places(Collection<Sha256> digests) {
        byte[][] wanted = digests.stream().map(digest -> HexFormat.of().parseHex(digest.value())).toArray(byte[][]::new);
        return Running.sql("""
                select distinct on (d.digest) d.digest, b.subject, b.number, a.transaction, a.block from anchor_digest d
                join lateral (select * from anchor_batch b where b.stream = d.stream
                        and (b.last_writer, b.last_position) >= (d.written_by, d.position)
                    order by b.last_writer, b.last_position limit 1) b on true
                join ledger_act a on a.id = b.act and a.state = 'RECORDED'
                where d.digest = any(:digests) order by d.digest, d.written_by, d.position""")
                .param("digests", wanted)
                .query((row, number) -> new Place(new Sha256(HexFormat.of().formatHex(row.getBytes("digest"))),
                        new AnchorProof.AnchorEvent(row.getString("subject"), row.getLong("number"), row.getString("transaction"),
                                row.getLong("block")))).list()
                .stream().collect(Collectors.groupingBy(Place::event, LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<Sha256, AnchorProof> proofs(AnchorProof.AnchorEvent event, List<Place> places) {
        return Running.sql("select size, tree from anchor_batch where subject = :subject and number = :number")
                .param("subject", event.subject()).param("number", event.number())
                .query((row, number) -> new AnchoredBatch(event, row.getBytes("tree"), row.getInt("size"))).single()
                .proofs(places.stream().map(Place::digest).toList());
    }

    @Override
    public List<AnchorProof.AnchorEvent> events(Anchors.Stream stream) {
        return transactions.asHub(() -> Running.sql("""
                select b.subject, b.number, a.transaction, a.block from anchor_batch b join ledger_act a on a.id = b.act and a.state = 'RECORDED'
                where b.stream = :stream order by b.last_writer, b.last_position""")
                .param("stream", stream.word())
                .query((row, number) -> new AnchorProof.AnchorEvent(row.getString("subject"), row.getLong("number"), row.getString("transaction"),
                        row.getLong("block"))).list());
    }

    @Override
    public Optional<byte[]> receipt(AnchorProof.AnchorEvent event) {
        return transactions.asHub(() -> Running.sql("select receipt from ledger_act where transaction = :transaction and receipt is not null limit 1")
                .param("transaction", event.transaction()).query((row, number) -> row.getBytes("receipt")).list().stream().findFirst());
    }
}
