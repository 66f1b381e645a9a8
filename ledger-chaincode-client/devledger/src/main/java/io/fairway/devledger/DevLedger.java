package io.fairway.devledger;

import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.LedgerProfile.KeyFiles;
import io.grpc.Server;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A running development ledger: the peers of all organisations of one channel, with gateway and block delivery, and an orderer, in this
 * process, on loopback, behind TLS. It speaks Fabric's protocols to unmodified clients and chaincodes, and keeps everything in one folder.
 *
 * <p>It is for development, tests and demonstrations: one process holds the keys of all organisations, so it proves nothing to anybody.
 * Production is Hyperledger Fabric.
 */
public final class DevLedger implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DevLedger.class.getName());
    private static final int LARGEST_MESSAGE = 100 << 20;
    private static final int CLOSING_SECONDS = 5;

    private final DevLedgerSettings settings;
    private final Path home;
    private final Closing closing = new Closing();
    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<String, Server> servers = new LinkedHashMap<>();
    private final Organisation ordererOrganisation;
    private final Channel channel;
    private List<Peer> peers = List.of();

    private DevLedger(Path home, DevLedgerSettings settings) throws IOException, InterruptedException {
        this.settings = settings;
        this.home = home;
        Files.createDirectories(home);
        closing.add(HomeLock.take(home));
        try {
            var now = settings.clock().instant();
            var crypto = home.resolve("crypto");
            for (var one : settings.organisations()) {
                organisations.put(one.name(), Organisation.open(crypto, one.name(), one.mspId(), now));
            }
            ordererOrganisation = Organisation.open(crypto, "orderer", "OrdererMSP", now);
            channel = channel();
            run();
        } catch (IOException | InterruptedException | TamperedLedgerException | IllegalArgumentException e) {
            closing.close();
            throw e;
        }
    }

    /**
     * Starts a development ledger; it goes on where it was if the folder holds one already.
     *
     * @param home its folder, made if need be; one process per folder
     * @throws IOException if the folder cannot be used, a port is taken, or a chaincode process does not start
     * @throws InterruptedException if interrupted while chaincode processes start
     * @throws TamperedLedgerException if the chain in the folder is not what was written there
     * @throws IllegalArgumentException if a policy is not one, or a chaincode lacks a server
     */
    public static DevLedger start(Path home, DevLedgerSettings settings) throws IOException, InterruptedException {
        LOG.log(System.Logger.Level.WARNING, "DEVELOPMENT LEDGER, NOT FABRIC: one process holds the keys of all organisations. "
                + "For development only; production is Hyperledger Fabric. Folder: {0}", home);
        return new DevLedger(home, settings);
    }

    /** Names of the organisations, in the order of the settings. */
    public List<String> organisations() {
        return List.copyOf(organisations.keySet());
    }

    /** How the client of an organisation reaches its own peer. The same lies in {@code profiles/NAME.properties} of the folder. */
    public LedgerProfile profile(String organisation) {
        var own = organisation(organisation);
        var address = "127.0.0.1:" + port(organisation);
        var members = organisations.values().stream().collect(Collectors.toMap(Organisation::mspId, one -> one.certificateOf("ca")));
        return new LedgerProfile(LedgerProfile.Network.DEVELOPMENT, settings.channel(), settings.chaincodes().getFirst().name(),
                new LedgerProfile.Peer(address, own.certificateOf("tlsca"), Optional.empty()), members,
                Map.of(ordererOrganisation.mspId(), ordererOrganisation.certificateOf("ca")), leastEndorsers(),
                Optional.of(keyFiles(own, "client")));
    }

    /** The administrator of an organisation. */
    public KeyFiles administrator(String organisation) {
        return keyFiles(organisation(organisation), "admin");
    }

    /**
     * A client of an organisation with a certificate of its own; the same files again for the same name.
     *
     * @param name lower-case letters, digits and hyphens
     */
    public KeyFiles enrol(String organisation, String name) throws IOException {
        if (!name.matches("[a-z][a-z0-9-]{0,62}") || List.of("ca", "tlsca", "tls", "peer", "admin").contains(name)) {
            throw new IllegalArgumentException("Not a name for a client: " + name);
        }
        var own = organisation(organisation);
        own.identity(name, Role.CLIENT, settings.clock().instant());
        return keyFiles(own, name);
    }

    @Override
    public void close() {
        closing.close();
    }

    private void run() throws IOException, InterruptedException {
        var ledger = closing.add(Ledger.open(home));
        var notices = new CommitNotices(ledger);
        var now = settings.clock().instant();
        var committer = new Committer(channel, ledger, ordererOrganisation.identity("orderer", Role.ORDERER, now), notices);
        committer.recover();
        ensureGenesis(ledger, committer);
        var chaincodes = closing.add(new ChaincodeServers(settings, home.resolve("logs")));
        peers = peers(chaincodes);
        var first = organisations.values().iterator().next();
        new Lifecycle(channel, ledger, first.identity("admin", Role.ADMIN, now), peers).define(committer, now);
        chaincodes.awaitReady();
        serve(ledger, notices, closing.add(new Orderer(committer, settings.batch())));
        writeProfiles();
    }

    private void ensureGenesis(Ledger ledger, Committer committer) throws IOException {
        var genesis = new Genesis(settings.channel(), List.copyOf(organisations.values()), ordererOrganisation, settings.batch());
        if (ledger.blocks().height() == 0) {
            committer.writeGenesis(genesis.envelope(settings.clock().instant()));
        } else if (!genesis.isOf(ledger.blocks().read(0).getData().getData(0))) {
            throw new TamperedLedgerException("the chain in " + home + " belongs to other organisations or another channel than the settings say");
        }
    }

    private Channel channel() {
        var authorities = new LinkedHashMap<String, X509Certificate>();
        organisations.values().forEach(one -> authorities.put(one.mspId(), one.authority().certificate()));
        authorities.put(ordererOrganisation.mspId(), ordererOrganisation.authority().certificate());
        var mspIds = organisations.values().stream().map(Organisation::mspId).toList();
        var chaincodes = settings.chaincodes().stream()
                .collect(Collectors.toMap(ChaincodeDefinition::name, one -> InstalledChaincode.of(one, mspIds)));
        return new Channel(settings.channel(), mspIds, new Msp(authorities, settings.clock()), chaincodes);
    }

    private List<Peer> peers(ChaincodeServers chaincodes) throws IOException {
        var now = settings.clock().instant();
        var opened = new ArrayList<Peer>();
        for (var one : organisations.values()) {
            one.ensureServerCertificate(now);
            one.identity("admin", Role.ADMIN, now);
            one.identity("client", Role.CLIENT, now);
            opened.add(new Peer(one, one.identity("peer", Role.PEER, now), chaincodes.linksOf(one.name())));
        }
        return List.copyOf(opened);
    }

    private void serve(Ledger ledger, CommitNotices notices, Orderer orderer) throws IOException {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        closing.add(() -> finish(executor));
        var endorser = new Endorser(channel, ledger, new SystemChaincodes(channel, ledger));
        var gateway = new Gateway(channel, ledger, peers, endorser, orderer, executor);
        var streams = new BlockStreams(ledger, notices, executor);
        for (var peer : peers) {
            var service = new GatewayService(channel, new GatewayPeer(peer, this::addressOf), gateway, notices, streams);
            var server = server(peer.organisation(), executor)
                    .addService(service).addService(new DeliverService(channel, streams, new PrivateBlocks(channel, ledger))).build().start();
            servers.put(peer.organisation().name(), server);
            closing.add(() -> stop(server));
        }
    }

    private NettyServerBuilder server(Organisation organisation, ExecutorService executor) throws IOException {
        int port = settings.organisations().stream().filter(one -> one.name().equals(organisation.name())).findFirst().orElseThrow().port();
        var credentials = TlsServerCredentials.create(organisation.certificateOf("tls").toFile(), organisation.keyOf("tls").toFile());
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), credentials)
                .executor(executor).maxInboundMessageSize(LARGEST_MESSAGE);
    }

    /** Lets what still reads blocks end by itself: an interrupt would close the files for all. */
    private static void finish(ExecutorService executor) throws InterruptedException {
        executor.shutdown();
        executor.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
    }

    private static void stop(Server server) throws InterruptedException {
        server.shutdownNow().awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
    }

    private String addressOf(Peer peer) {
        return "127.0.0.1:" + port(peer.organisation().name());
    }

    private int port(String organisation) {
        var server = servers.get(organisation);
        if (server == null) {
            throw new IllegalStateException("The peer of " + organisation + " does not serve yet");
        }
        return server.getPort();
    }

    private void writeProfiles() throws IOException {
        for (var name : organisations.keySet()) {
            profile(name).write(home.resolve("profiles").resolve(name + ".properties"));
        }
    }

    private int leastEndorsers() {
        var policy = channel.chaincode(settings.chaincodes().getFirst().name()).endorsement();
        return EndorsementPlan.choose(peers, List.of(policy)).map(List::size).orElse(1);
    }

    private Organisation organisation(String name) {
        var organisation = organisations.get(name);
        if (organisation == null) {
            throw new IllegalArgumentException("No organisation of this ledger: " + name);
        }
        return organisation;
    }

    private static KeyFiles keyFiles(Organisation organisation, String name) {
        return new KeyFiles(organisation.mspId(), organisation.certificateOf(name), organisation.keyOf(name));
    }
}
