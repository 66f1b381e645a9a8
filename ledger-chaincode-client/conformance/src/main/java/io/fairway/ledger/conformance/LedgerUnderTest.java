package io.fairway.ledger.conformance;

import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.LedgerProfile.KeyFiles;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/**
 * A network with the organisations {@code CarrierMSP}, {@code PortMSP} and {@code BankMSP}, on whose channel the conformance chaincode is
 * defined with the endorsement policy of a majority (two of the three peers) and the collections of {@code collections.json}.
 */
public final class LedgerUnderTest implements AutoCloseable {
    /** Names of the organisations for {@link #party}. */
    public static final String CARRIER = "carrier";
    public static final String PORT = "port";
    public static final String BANK = "bank";
    private static final int SECONDS = 30;
    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

    private final Function<String, LedgerProfile> profiles;
    private final Map<String, Party> parties = new ConcurrentHashMap<>();

    /** @param profiles the profile of the client of {@code carrier}, {@code port} and {@code bank}, each with its own peer and key files */
    public LedgerUnderTest(Function<String, LedgerProfile> profiles) {
        this.profiles = profiles;
    }

    /** A client of one organisation, connected to the peer of that organisation. */
    public Party party(String organisation) {
        return parties.computeIfAbsent(organisation, name -> connect(profiles.apply(name)));
    }

    /** The profile of an organisation's client. */
    public LedgerProfile profile(String organisation) {
        return profiles.apply(organisation);
    }

    /** A key that no other test uses. */
    public String newKey() {
        return "key-" + KEYS.incrementAndGet();
    }

    /** Connects whoever the profile says, with the Fabric client as it is published. */
    public static Party connect(LedgerProfile profile) {
        try {
            var identity = (KeyFiles) profile.identity().orElseThrow();
            var credentials = TlsChannelCredentials.newBuilder().trustManager(profile.peer().tls().toFile()).build();
            var builder = Grpc.newChannelBuilder(profile.peer().address(), credentials);
            profile.peer().authority().ifPresent(builder::overrideAuthority);
            var channel = builder.build();
            var certificate = Identities.readX509Certificate(Files.newBufferedReader(identity.certificate()));
            var key = Identities.readPrivateKey(Files.newBufferedReader(identity.key()));
            var gateway = Gateway.newInstance().identity(new X509Identity(identity.mspId(), certificate)).hash(Hash.SHA256)
                    .signer(Signers.newPrivateKeySigner(key)).connection(channel)
                    .evaluateOptions(options -> options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS))
                    .endorseOptions(options -> options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS))
                    .submitOptions(options -> options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS))
                    .commitStatusOptions(options -> options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS)).connect();
            return new Party(profile, gateway, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The profile's files cannot be read", e);
        } catch (CertificateException | InvalidKeyException e) {
            throw new IllegalArgumentException("The profile's certificate or key is not one", e);
        }
    }

    @Override
    public void close() {
        parties.values().forEach(Party::close);
    }

    /** Closes a connection for good. */
    static void close(Gateway gateway, ManagedChannel channel) {
        gateway.close();
        channel.shutdownNow();
    }
}
