package io.fairway.ledger.fabric;

import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.LedgerReading;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.Query;
import io.fairway.ledger.Receipt;
import io.fairway.ledger.SignedTransaction;
import io.fairway.ledger.proof.NetworkTrust;
import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;

/**
 * The port on a Fabric network, or on what speaks Fabric's protocols: through the gateway service of one peer, by its own client library.
 * What the library takes on trust is checked here from bytes, against the certificates of the profile.
 */
public final class FabricLedger implements Ledger {
    private static final int LARGEST_MESSAGE_BYTES = 64 * 1024 * 1024;
    /** Comes with the client library and checks a P-256 signature in less than half the time of the platform's own. */
    private static final Provider ECDSA = new BouncyCastleProvider();

    private final LedgerProfile profile;
    private final ManagedChannel connection;
    private final Gateway gateway;
    private final Network network;
    private final Contract contract;
    private final NetworkTrust trust;
    private final Endorsing endorsing;
    private final ArrivingBlocks arriving;
    private final Committing committing;

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
        var blocks = new CheckedBlocks(network.getContract("qscc"), profile.channel(), trust);
        this.arriving = new ArrivingBlocks(() -> network.newBlockEventsRequest().build().getEvents(), blocks::sound, patience.arrival());
        this.committing = new Committing(gateway, blocks, arriving);
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
        return new FabricLedger(profile, identity, TrustFiles.read(profile).checkedBy(ECDSA), channel.build(), patience);
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
        return committing.submit(transaction);
    }

    @Override
    public Optional<Receipt> receipt(String transactionId) {
        return committing.receipt(transactionId);
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
        arriving.close();
        gateway.close();
        connection.shutdownNow();
    }
}
