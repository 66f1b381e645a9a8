package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Set;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.ChannelInfo;
import org.hyperledger.fabric.protos.peer.ChannelQueryResponse;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.Response;

/** The queries of {@code qscc} and {@code cscc} that clients use: chain, blocks, transactions, channels. */
final class SystemChaincodes {
    private static final String QUERIES = "qscc";
    private static final String CONFIGURATION = "cscc";
    private static final Set<String> NAMES = Set.of(QUERIES, CONFIGURATION);
    private static final int OK = 200;
    private static final int ERROR = 500;

    private final Channel channel;
    private final Ledger ledger;

    SystemChaincodes(Channel channel, Ledger ledger) {
        this.channel = channel;
        this.ledger = ledger;
    }

    boolean has(String chaincode) {
        return NAMES.contains(chaincode);
    }

    Response answer(Proposal proposal) {
        try {
            var function = argument(proposal, 0);
            var payload = proposal.chaincode().equals(QUERIES) ? query(function, proposal) : configuration(function, proposal);
            return Response.newBuilder().setStatus(OK).setPayload(payload.toByteString()).build();
        } catch (InvalidProtocolBufferException e) {
            throw new TamperedLedgerException("a block is unreadable", e);
        } catch (Refusal refusal) {
            return Response.newBuilder().setStatus(ERROR).setMessage(refusal.reason()).build();
        }
    }

    private Message query(String function, Proposal proposal) throws InvalidProtocolBufferException {
        requireChannel(proposal);
        return switch (function) {
            case "GetChainInfo" -> chain();
            case "GetBlockByNumber" -> ledger.blocks().read(existing(argument(proposal, 2)));
            case "GetBlockByTxID" -> ledger.blocks().read(placed(argument(proposal, 2)).version().block());
            case "GetTransactionByID" -> transaction(placed(argument(proposal, 2)));
            default -> throw Refusal.aborted("the development ledger does not answer " + function);
        };
    }

    private Message configuration(String function, Proposal proposal) {
        return switch (function) {
            case "GetChannels" -> ChannelQueryResponse.newBuilder().addChannels(ChannelInfo.newBuilder().setChannelId(channel.name())).build();
            case "GetConfigBlock" -> {
                requireChannel(proposal);
                yield ledger.blocks().read(0);
            }
            default -> throw Refusal.aborted("the development ledger does not answer " + function);
        };
    }

    private BlockchainInfo chain() {
        long height = ledger.blocks().height();
        var header = ledger.blocks().read(height - 1).getHeader();
        return BlockchainInfo.newBuilder().setHeight(height)
                .setCurrentBlockHash(Blocks.headerHash(header)).setPreviousBlockHash(header.getPreviousHash()).build();
    }

    private ProcessedTransaction transaction(Snapshot.Placed placed) throws InvalidProtocolBufferException {
        var block = ledger.blocks().read(placed.version().block());
        return ProcessedTransaction.newBuilder().setValidationCode(placed.code())
                .setTransactionEnvelope(Envelope.parseFrom(block.getData().getData(placed.version().transaction()))).build();
    }

    private Snapshot.Placed placed(String txId) {
        try (var snapshot = ledger.state().snapshot()) {
            return snapshot.transaction(txId).orElseThrow(() -> Refusal.aborted("Failed to get block for txID " + txId + ", error: no such transaction ID"));
        }
    }

    private long existing(String number) {
        try {
            long wanted = Long.parseUnsignedLong(number);
            long height = ledger.blocks().height();
            if (wanted == -1) {
                return height - 1;
            }
            if (wanted < 0 || wanted >= height) {
                throw Refusal.aborted("Failed to get block number " + number + ", error: no such block number in index");
            }
            return wanted;
        } catch (NumberFormatException e) {
            throw Refusal.aborted("Failed to parse block number with error " + e.getMessage());
        }
    }

    private void requireChannel(Proposal proposal) {
        if (!argument(proposal, 1).equals(channel.name())) {
            throw Refusal.aborted("Invalid chain ID, " + argument(proposal, 1));
        }
    }

    private static String argument(Proposal proposal, int index) {
        if (index >= proposal.input().getArgsCount()) {
            throw Refusal.aborted("Incorrect number of arguments, " + proposal.input().getArgsCount());
        }
        ByteString argument = proposal.input().getArgs(index);
        return argument.toStringUtf8();
    }
}
