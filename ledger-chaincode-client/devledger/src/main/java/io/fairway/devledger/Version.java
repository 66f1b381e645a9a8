package io.fairway.devledger;

import com.google.protobuf.ByteString;

/** The place of a write: block, and transaction in it. What Fabric compares at commit. */
record Version(long block, int transaction) {
    org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version proto() {
        return org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder().setBlockNum(block).setTxNum(transaction).build();
    }

    static Version of(org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version proto) {
        return new Version(proto.getBlockNum(), (int) proto.getTxNum());
    }

    /** Each number as its length in bytes and its bytes, big end first, so that order is kept. */
    ByteString orderedBytes() {
        return ordered(block).concat(ordered(transaction));
    }

    private static ByteString ordered(long number) {
        int length = (Long.SIZE - Long.numberOfLeadingZeros(number) + 7) / 8;
        var bytes = new byte[length + 1];
        bytes[0] = (byte) length;
        for (int i = 0; i < length; i++) {
            bytes[length - i] = (byte) (number >>> (8 * i));
        }
        return ByteString.copyFrom(bytes);
    }
}
