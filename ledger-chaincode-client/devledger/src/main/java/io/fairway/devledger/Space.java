package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A set of keys that are ordered by their UTF-8 bytes: the public state of a chaincode, a private collection, or the hashes of one.
 * Also how all of them lie in one sorted map on disk.
 */
record Space(char kind, String chaincode, String collection) {
    private static final char PUBLIC = 'S';
    private static final char PRIVATE = 'P';
    private static final char HASHED = 'Q';

    static Space state(String chaincode) {
        return new Space(PUBLIC, chaincode, "");
    }

    static Space privateValues(String chaincode, String collection) {
        return new Space(PRIVATE, chaincode, collection);
    }

    static Space hashes(String chaincode, String collection) {
        return new Space(HASHED, chaincode, collection);
    }

    byte[] keyBytes(ByteString key) {
        var prefix = prefix();
        var bytes = new byte[prefix.length + key.size()];
        System.arraycopy(prefix, 0, bytes, 0, prefix.length);
        key.copyTo(bytes, prefix.length);
        return bytes;
    }

    byte[] keyBytes(String key) {
        return keyBytes(ByteString.copyFromUtf8(key));
    }

    /** The first key after all of this space. */
    byte[] end() {
        var bytes = prefix();
        bytes[bytes.length - 1]++;
        return bytes;
    }

    String keyOf(byte[] bytes) {
        int length = prefix().length;
        return new String(bytes, length, bytes.length - length, StandardCharsets.UTF_8);
    }

    private byte[] prefix() {
        return (kind + chaincode + '\0' + collection + '\0').getBytes(StandardCharsets.UTF_8);
    }

    static byte[] transaction(String txId) {
        return ("T" + txId).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] privateWrites(String txId) {
        return ("X" + txId).getBytes(StandardCharsets.UTF_8);
    }

    /** Where in the history of a key a version lies: keys of all versions of one key are next to each other, in order. */
    static byte[] history(String chaincode, ByteString key, Version version) {
        var head = ("H" + chaincode + '\0').getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(head.length + Integer.BYTES + key.size() + Long.BYTES + Integer.BYTES).put(head).putInt(key.size());
        key.copyTo(bytes);
        return bytes.putLong(version.block()).putInt(version.transaction()).array();
    }

    static Version versionOfHistory(byte[] history) {
        var end = ByteBuffer.wrap(history, history.length - Long.BYTES - Integer.BYTES, Long.BYTES + Integer.BYTES);
        return new Version(end.getLong(), end.getInt());
    }
}
