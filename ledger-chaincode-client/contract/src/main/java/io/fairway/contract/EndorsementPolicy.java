package io.fairway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Fabric's {@code SignaturePolicyEnvelope} that asks for a peer of each of some organisations, as protocol buffer bytes. Written by hand: the
 * shim's own class needs a logging library that is not shipped, and these few lines are the same bytes on every peer.
 */
final class EndorsementPolicy {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int PEER = 3;
    private static final int SEVEN_BITS = 7;

    private EndorsementPolicy() {
    }

    /** All of these organisations, each by a peer; no bytes for none, which in Fabric means the policy of the chaincode. */
    static byte[] ofPeers(List<String> organisations) {
        List<String> sorted = organisations.stream().sorted().distinct().toList();
        if (sorted.isEmpty()) {
            return new byte[0];
        }
        Message rules = new Message().number(1, sorted.size());
        Message envelope = new Message();
        for (int at = 0; at < sorted.size(); at++) {
            rules = rules.bytes(2, new Message().number(1, at).toBytes());
        }
        envelope = envelope.bytes(2, new Message().bytes(2, rules.toBytes()).toBytes());
        for (String organisation : sorted) {
            byte[] role = new Message().bytes(1, organisation.getBytes(UTF_8)).number(2, PEER).toBytes();
            envelope = envelope.bytes(3, new Message().bytes(2, role).toBytes());
        }
        return envelope.toBytes();
    }

    /** One protocol buffer message in the making. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        private Message number(int field, int value) {
            varint(field << 3 | VARINT);
            varint(value);
            return this;
        }

        private Message bytes(int field, byte[] value) {
            varint(field << 3 | LENGTH_DELIMITED);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private byte[] toBytes() {
            return out.toByteArray();
        }

        private void varint(int value) {
            int left = value;
            while (left >= 1 << SEVEN_BITS) {
                out.write(left & (1 << SEVEN_BITS) - 1 | 1 << SEVEN_BITS);
                left >>>= SEVEN_BITS;
            }
            out.write(left);
        }
    }
}
