package io.fairway.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.LedgerReading;
import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.OutcomeUnknownException;
import io.fairway.ledger.Query;
import io.fairway.ledger.Receipt;
import io.fairway.ledger.SignedTransaction;
import io.fairway.ledger.UntrustedLedgerException;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.NetworkTrust;
import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The port on a Fabric network, or on what speaks Fabric's protocols: through the gateway service of one peer, by its own client library.
 * What the library takes on trust is checked here from bytes, against the certificates of the profile.
 */
public final class FabricLedger implements Ledger {
    private static final int LARGEST_MESSAGE_BYTES = 64 * 1024 * 1024;

    private final LedgerProfile profile;
    private final ManagedChannel connection;
    private final Gateway gateway;
    private final Network network;
    private final Contract contract;
    private final NetworkTrust trust;
    private final Endorsing endorsing;
    private final CheckedBlocks blocks;

    private FabricLedger(LedgerProfile profile, LedgerIdentity identity, NetworkTrust trust, ManagedChannel connection, Patience patience) {
        this.profile = profile;
        this.trust = trust;
        this.connection = connection;
        this.gateway = Gateway.newInstance().identity(identity.identity()).signer(identity.signer()).connection(connection)
                .evaluateOptions(call -> call.withDeadlineAfter(patience.ask().toMillis(), TimeUnit.MILLISECONDS))
                .endorseOptions(call -> call.withDeadlineAfter(patience.ask().toMillis(), TimeUnit.MILLISECONDS))
                .submitOptions(call -> call.withDeadlineAfter(patience.submit().toMillis(), TimeUnit.MILLISECONDS))
                .commitStatusOptions(call -> call.withDeadlineAfter(patience.commit().toMillis(), TimeUnit.MILLISECONDS))
                .connect();
        this.network = gateway.getNetwork(profile.channel());
        this.contract = network.getContract(profile.chaincode());
        this.endorsing = new Endorsing(gateway, contract, identity.signer(), trust);
        this.blocks = new CheckedBlocks(network.getContract("qscc"), profile.channel(), trust);
    }

    /**
     * The ledger of a profile that says who we are. The connection is made when it is first needed, and again whenever it is lost.
     *
     * @throws IOException if a file of the profile cannot be read
     * @throws IllegalArgumentException if a file holds something else, or the profile has no identity
     */
    public static FabricLedger of(LedgerProfile profile, Patience patience) throws IOException {
        var identity = LedgerIdentity.read(profile.identity()
                .orElseThrow(() -> new IllegalArgumentException("The ledger profile does not say who we are: identity.… is missing")));
        var credentials = TlsChannelCredentials.newBuilder().trustManager(profile.peer().tls().toFile()).build();
        var channel = Grpc.newChannelBuilder(profile.peer().address(), credentials)
                .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
                .keepAliveTime(Duration.ofSeconds(65).toSeconds(), TimeUnit.SECONDS);
        profile.peer().authority().ifPresent(channel::overrideAuthority);
        return new FabricLedger(profile, identity, TrustFiles.read(profile), channel.build(), patience);
    }

    @Override
    public LedgerProfile.Network network() {
        return profile.network();
    }

    @Override
    public String submitter() {
        return gateway.getIdentity().getMspId();
    }

    /** Whoever calls keeps the pauses; gRPC would let them grow to two minutes on its own. */
    private void reconnect() {
        if (connection.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            connection.resetConnectBackoff();
        }
    }

    @Override
    public SignedTransaction endorse(Invocation invocation) {
        reconnect();
        return endorsing.endorse(invocation);
    }

    @Override
    public Outcome submit(SignedTransaction transaction) {
        reconnect();
        Status status;
        try {
            status = gateway.newTransaction(transaction.bytes()).submitAsync().getStatus();
        } catch (GatewayException e) {
            throw new OutcomeUnknownException("What became of " + transaction + " is unknown: " + GatewayFailures.words(e), e);
        }
        try {
            return outcome(transaction, status);
        } catch (LedgerUnavailableException e) {
            throw new OutcomeUnknownException(transaction + " is in block " + status.getBlockNumber() + ", which could not be fetched", e);
        }
    }

    private Outcome outcome(SignedTransaction transaction, Status status) {
        if (status.isSuccessful()) {
            var block = blocks.at(status.getBlockNumber());
            return new Outcome.Recorded(ownReceipt(transaction, block).or(() -> receipt(transaction.transactionId(), block))
                    .orElseThrow(() -> new UntrustedLedgerException("The peer calls " + transaction + " valid, and block "
                            + status.getBlockNumber() + " does not")));
        }
        var code = status.getCode();
        return code == TxValidationCode.MVCC_READ_CONFLICT || code == TxValidationCode.PHANTOM_READ_CONFLICT
                ? new Outcome.Conflicted(code.name(), status.getBlockNumber())
                : new Outcome.Invalid(code.name(), status.getBlockNumber());
    }

    @Override
    public Optional<Receipt> receipt(String transactionId) {
        return blocks.holding(transactionId).flatMap(block -> receipt(transactionId, block));
    }

    /** Where the block holds the very envelope that was looked at before it was signed, it need not be looked at again. */
    private static Optional<Receipt> ownReceipt(SignedTransaction transaction, CheckedBlocks.Packed packed) {
        var block = packed.block().block();
        return packed.block().place(transaction.transactionId())
                .filter(place -> block.isValid(place) && Arrays.equals(block.envelope(place), envelope(transaction)))
                .map(place -> new Receipt(transaction.transactionId(), block.number(),
                        LedgerReceipt.receipt(transaction.transactionId(), packed.packed())));
    }

    private static byte[] envelope(SignedTransaction transaction) {
        try {
            return PreparedTransaction.parseFrom(transaction.bytes()).getEnvelope().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("Not what was signed: " + transaction, e);
        }
    }

    private static Optional<Receipt> receipt(String transactionId, CheckedBlocks.Packed packed) {
        var block = packed.block();
        var place = block.place(transactionId);
        if (place.isEmpty() || !block.block().isValid(place.get())) {
            return Optional.empty();
        }
        var verdict = block.verdict(transactionId);
        if (!verdict.isProven()) {
            throw new UntrustedLedgerException("Block " + block.block().number() + " does not prove " + transactionId + ": " + verdict.findings());
        }
        return Optional.of(new Receipt(transactionId, block.block().number(), LedgerReceipt.receipt(transactionId, packed.packed())));
    }

    @Override
    public String evaluate(Query query) {
        try {
            return new String(contract.evaluateTransaction(query.name(), query.arguments().toArray(String[]::new)), StandardCharsets.UTF_8);
        } catch (GatewayException e) {
            throw GatewayFailures.asked(query.name() + " was not answered", e);
        }
    }

    @Override
    public LedgerReading read(Checkpoint from) {
        reconnect();
        var events = network.newBlockEventsRequest().startBlock(from.nextBlock()).build().getEvents();
        return new BlockReading(events, from, new EventsOfBlock(profile.chaincode(), trust));
    }

    @Override
    public void close() {
        gateway.close();
        connection.shutdownNow();
    }
}
