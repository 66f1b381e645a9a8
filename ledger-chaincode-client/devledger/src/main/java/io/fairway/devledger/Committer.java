package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Makes blocks: orders, signs, validates, writes to disk, changes the state, and only then tells those who wait. One thread uses it. */
final class Committer {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 24;
    private static final int COMMIT_HASH = 4;

    private final Ledger ledger;
    private final BlockValidator validator;
    private final SigningIdentity orderer;
    private final CommitNotices notices;
    private ByteString commitHash = ByteString.EMPTY;

    Committer(Channel channel, Ledger ledger, SigningIdentity orderer, CommitNotices notices) {
        this.ledger = ledger;
        this.validator = new BlockValidator(channel, ledger.state());
        this.orderer = orderer;
        this.notices = notices;
    }

    /** Brings the state up to the chain after a start; the commit hashes in the blocks must come out again. */
    void recover() {
        var height = ledger.blocks().height();
        var seen = ledger.state().blocks();
        if (seen > 1) {
            commitHash = commitHashOf(ledger.blocks().read(seen - 1));
        }
        for (long number = seen; number < height; number++) {
            var block = ledger.blocks().read(number);
            var changes = new BlockChanges(ledger, block);
            var updates = changes.replay();
            if (number > 0) {
                commitHash = CommitHash.next(commitHash, Blocks.validationCodes(block), updates);
                if (!commitHash.equals(commitHashOf(block))) {
                    throw new TamperedLedgerException("commit hash mismatch in block " + number);
                }
            }
            changes.apply(updates);
        }
    }

    /** The first block, which holds the configuration of the channel. */
    void writeGenesis(ByteString configuration) throws IOException {
        write(List.of(configuration), List.of(TxValidationCode.VALID), new BlockUpdates(ledger.state()));
    }

    void commit(List<ByteString> transactions) throws IOException {
        var updates = new BlockUpdates(ledger.state());
        var codes = validator.validate(ledger.blocks().height(), transactions, updates);
        write(transactions, codes, updates);
    }

    private void write(List<ByteString> transactions, List<TxValidationCode> codes, BlockUpdates updates) throws IOException {
        var data = BlockData.newBuilder().addAllData(transactions).build();
        var header = BlockHeader.newBuilder().setNumber(ledger.blocks().height())
                .setPreviousHash(ledger.blocks().tipHash()).setDataHash(Blocks.dataHash(data)).build();
        var filter = ByteString.copyFrom(bytes(codes));
        var hash = header.getNumber() == 0 ? ByteString.EMPTY : CommitHash.next(commitHash, filter, updates);
        var metadata = BlockMetadata.newBuilder().addMetadata(signatures(header)).addMetadata(lastConfig())
                .addMetadata(filter).addMetadata(ByteString.EMPTY)
                .addMetadata(hash.isEmpty() ? hash : Metadata.newBuilder().setValue(hash).build().toByteString());
        var block = Block.newBuilder().setHeader(header).setData(data).setMetadata(metadata).build();
        ledger.blocks().append(block);
        var changes = new BlockChanges(ledger, block);
        changes.apply(updates);
        commitHash = hash;
        notices.committed(changes.txIds());
    }

    private static byte[] bytes(List<TxValidationCode> codes) {
        var bytes = new byte[codes.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) codes.get(i).getNumber();
        }
        return bytes;
    }

    private ByteString signatures(BlockHeader header) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var value = OrdererBlockMetadata.newBuilder().setLastConfig(LastConfig.newBuilder().setIndex(0)).build().toByteString();
        var signer = SignatureHeader.newBuilder().setCreator(orderer.identity()).setNonce(ByteString.copyFrom(nonce)).build().toByteString();
        var signature = MetadataSignature.newBuilder().setSignatureHeader(signer)
                .setSignature(orderer.sign(value, signer, Blocks.headerBytes(header)));
        return Metadata.newBuilder().setValue(value).addSignatures(signature).build().toByteString();
    }

    private static ByteString lastConfig() {
        return Metadata.newBuilder().setValue(LastConfig.newBuilder().setIndex(0).build().toByteString()).build().toByteString();
    }

    private static ByteString commitHashOf(Block block) {
        try {
            return Metadata.parseFrom(block.getMetadata().getMetadata(COMMIT_HASH)).getValue();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new TamperedLedgerException("block " + block.getHeader().getNumber() + " has no commit hash", e);
        }
    }
}
