package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;

/** An open query of a running chaincode: read as it is asked for, {@value #BATCH} results at a time. */
final class RangeScan<T> {
    private static final int BATCH = 100;

    private final Iterator<T> results;
    private final Function<T, ByteString> encoding;
    private final Recorder<T> recorder;
    private final Optional<Integer> pageSize;
    private Optional<T> ahead = Optional.empty();
    private int fetched;

    /** Hears what was read, and its end. */
    interface Recorder<T> {
        void read(T result);

        void exhausted();
    }

    RangeScan(Iterator<T> results, Function<T, ByteString> encoding, Recorder<T> recorder, Optional<Integer> pageSize) {
        this.results = results;
        this.encoding = encoding;
        this.recorder = recorder;
        this.pageSize = pageSize;
    }

    /** The next batch; the bookmark of a page is the key after it. */
    QueryResponse next(String id, Function<T, String> keys) {
        var batch = new ArrayList<QueryResultBytes>();
        ahead.ifPresent(one -> batch.add(bytes(one)));
        ahead = Optional.empty();
        for (var one = take(); one.isPresent(); one = take()) {
            if (batch.size() == BATCH) {
                ahead = one;
                return response(id, batch).setHasMore(true).build();
            }
            batch.add(bytes(one.get()));
        }
        var response = response(id, batch);
        if (pageSize.isPresent()) {
            var bookmark = results.hasNext() ? keys.apply(results.next()) : "";
            response.setMetadata(QueryResponseMetadata.newBuilder()
                    .setFetchedRecordsCount(fetched).setBookmark(bookmark).build().toByteString());
        }
        return response.build();
    }

    private Optional<T> take() {
        if (pageSize.isPresent() && fetched == pageSize.get()) {
            return Optional.empty();
        }
        if (!results.hasNext()) {
            recorder.exhausted();
            return Optional.empty();
        }
        var result = results.next();
        fetched++;
        recorder.read(result);
        return Optional.of(result);
    }

    private QueryResultBytes bytes(T result) {
        return QueryResultBytes.newBuilder().setResultBytes(encoding.apply(result)).build();
    }

    private static QueryResponse.Builder response(String id, List<QueryResultBytes> batch) {
        return QueryResponse.newBuilder().addAllResults(batch).setId(id);
    }

    /** Keeps no record: histories and private ranges are not checked at commit. */
    static <T> Recorder<T> unrecorded() {
        return new Recorder<>() {
            @Override
            public void read(T result) {
                // nothing is checked at commit
            }

            @Override
            public void exhausted() {
                // nothing is checked at commit
            }
        };
    }

    static ByteString keyValue(String chaincode, Snapshot.Keyed one) {
        return KV.newBuilder().setNamespace(chaincode).setKey(one.key()).setValue(one.entry().value()).build().toByteString();
    }

    /** Records a range for the phantom check. Until its end was seen, the range ends with the last key that was read. */
    static final class Phantoms implements Recorder<Snapshot.Keyed> {
        private final String start;
        private final String end;
        private final RangeDigest digest = new RangeDigest();
        private Optional<String> last = Optional.empty();
        private boolean sawEnd;

        Phantoms(String start, String end) {
            this.start = start;
            this.end = end;
        }

        @Override
        public void read(Snapshot.Keyed result) {
            last = Optional.of(result.key());
            digest.add(KVRead.newBuilder().setKey(result.key()).setVersion(result.entry().version().proto()).build());
        }

        @Override
        public void exhausted() {
            sawEnd = true;
        }

        RangeQueryInfo query() {
            var query = RangeQueryInfo.newBuilder().setStartKey(start).setEndKey(sawEnd ? end : last.orElse(end)).setItrExhausted(sawEnd);
            digest.writeTo(query);
            return query.build();
        }
    }
}
