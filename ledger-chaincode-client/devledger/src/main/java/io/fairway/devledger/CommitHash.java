package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The commit hash that peers of Fabric write into a block: over the validation codes, the updates in a fixed order, and the commit hash
 * before it. Peers that came to different states find out by it.
 */
final class CommitHash {
    private static final int WRITES = 1;
    private static final int NAMESPACE = 1;
    private static final int COLLECTION = 2;
    private static final int KEY = 3;
    private static final int IS_DELETE = 4;
    private static final int VALUE = 5;
    private static final int VERSION = 6;

    private CommitHash() {}

    static ByteString next(ByteString before, ByteString validationCodes, BlockUpdates updates) {
        var bytes = ByteString.newOutput();
        try {
            var out = CodedOutputStream.newInstance(bytes);
            out.writeUInt64NoTag(validationCodes.size());
            out.writeRawBytes(validationCodes);
            writeUpdates(out, updates);
            out.writeRawBytes(before);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return Digests.sha256(bytes.toByteString());
    }

    /** Chaincode and collection are said only where they change. */
    private static void writeUpdates(CodedOutputStream out, BlockUpdates updates) throws IOException {
        var chaincode = "";
        var collection = "";
        for (var update : updates.all().entrySet()) {
            var place = update.getKey();
            boolean newChaincode = !place.chaincode().equals(chaincode);
            boolean newCollection = newChaincode || !place.collection().equals(collection);
            var one = ByteString.newOutput();
            var field = CodedOutputStream.newInstance(one);
            if (newChaincode) {
                field.writeString(NAMESPACE, place.chaincode());
            }
            if (newCollection && !place.collection().isEmpty()) {
                field.writeString(COLLECTION, place.collection());
            }
            writeUpdate(field, place, update.getValue());
            field.flush();
            out.writeBytes(WRITES, one.toByteString());
            chaincode = place.chaincode();
            collection = place.collection();
        }
    }

    private static void writeUpdate(CodedOutputStream out, Place place, BlockUpdates.Update update) throws IOException {
        out.writeBytes(KEY, place.key());
        if (update.entry().isEmpty()) {
            out.writeBool(IS_DELETE, true);
        } else if (!update.entry().get().value().isEmpty()) {
            out.writeBytes(VALUE, update.entry().get().value());
        }
        out.writeBytes(VERSION, update.version().orderedBytes());
    }
}
