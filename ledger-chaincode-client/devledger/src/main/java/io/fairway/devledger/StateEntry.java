package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;

/**
 * What the ledger holds under a key.
 *
 * @param value the bytes, or their SHA-256 in the hashed space of a collection
 * @param validation the key's own endorsement policy, empty if it has none
 */
record StateEntry(Version version, ByteString value, ByteString validation) {
    byte[] encoded() {
        var buffer = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + validation.size() + value.size());
        buffer.putLong(version.block()).putInt(version.transaction()).putInt(validation.size());
        validation.copyTo(buffer);
        value.copyTo(buffer);
        return buffer.array();
    }

    static StateEntry decoded(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var version = new Version(buffer.getLong(), buffer.getInt());
        var validation = ByteString.copyFrom(buffer, buffer.getInt());
        return new StateEntry(version, ByteString.copyFrom(buffer), validation);
    }
}
