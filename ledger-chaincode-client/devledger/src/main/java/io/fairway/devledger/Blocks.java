package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;

/** How Fabric hashes its blocks: the header as ASN.1 DER, the data as the transactions one after the other. */
final class Blocks {
    private Blocks() {}

    static ByteString headerBytes(BlockHeader header) {
        var values = new ASN1EncodableVector();
        values.add(new ASN1Integer(new BigInteger(Long.toUnsignedString(header.getNumber()))));
        values.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        values.add(new DEROctetString(header.getDataHash().toByteArray()));
        try {
            return ByteString.copyFrom(new DERSequence(values).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("Encoding in memory failed", e);
        }
    }

    static ByteString headerHash(BlockHeader header) {
        return Digests.sha256(headerBytes(header));
    }

    static ByteString dataHash(BlockData data) {
        return Digests.sha256(data.getDataList().toArray(ByteString[]::new));
    }

    /** The validation code of each transaction. */
    static ByteString validationCodes(Block block) {
        return block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
    }
}
