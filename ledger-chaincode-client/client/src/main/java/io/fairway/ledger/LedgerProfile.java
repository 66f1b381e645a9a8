package io.fairway.ledger;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How to reach a ledger network and whom to believe there: one form for the development ledger and for Fabric.
 *
 * <p>The file is a list of {@code name=value} lines in UTF-8 (the form of {@link Properties}); paths are relative to the file's folder:
 * <pre>
 * network=development            or fabric; said wherever a person reads about the ledger
 * channel=harbour
 * chaincode=fairway
 * peer=127.0.0.1:7051            the gateway peer
 * peer.tls=tls/carrier-ca.pem    certificates its TLS certificate is checked against
 * peer.authority=peer0.carrier   only if the TLS certificate bears another name than the address
 * organisation.CarrierMSP=msp/carrier-ca.pem    one line per member: its certification authorities, root and intermediate
 * orderer.OrdererMSP=msp/orderer-ca.pem         one line per organisation that runs orderers
 * endorsers.least=2              members that must have signed a transaction before we believe it
 * identity.msp=CarrierMSP        who we are: optional, may be given apart from the file
 * identity.certificate=carrier/hub.pem
 * identity.key=carrier/hub-key.pem              PKCS#8 in PEM; or instead of the two:
 * identity.keystore=carrier/hub.p12             PKCS#12 with
 * identity.password-file=carrier/hub.password   the first line of this file as its password
 * </pre>
 *
 * @param network development ledger or Fabric
 * @param channel the ledger channel
 * @param chaincode name of the contract on it
 * @param peer gateway peer
 * @param organisations file of certification authorities (PEM) by MSP id, of the members
 * @param orderers the same of the organisations that order
 * @param leastEndorsers at least 1
 * @param identity whose key signs, if the file says so
 */
public record LedgerProfile(Network network, String channel, String chaincode, Peer peer, Map<String, Path> organisations,
                            Map<String, Path> orderers, int leastEndorsers, Optional<Identity> identity) {

    /** What answers at the address. */
    public enum Network {
        /** Our own stand-in, for trying things out: one process, no consensus, not Fabric. */
        DEVELOPMENT,
        /** A Hyperledger Fabric network. */
        FABRIC
    }

    /**
     * The gateway peer.
     *
     * @param address {@code host:port}
     * @param tls certificates (PEM) its TLS certificate is checked against
     * @param authority name in its TLS certificate, where it is not the host of the address
     */
    public record Peer(String address, Path tls, Optional<String> authority) {
        public Peer {
            if (!address.matches("[^:\\s]+:[0-9]{1,5}")) {
                throw new IllegalArgumentException("The address of a peer is host:port, found " + address);
            }
        }
    }

    /** Whose key signs. */
    public sealed interface Identity {
        /** The organisation that vouches for the certificate. */
        String mspId();
    }

    /** Certificate and PKCS#8 key, each a file in PEM. */
    public record KeyFiles(String mspId, Path certificate, Path key) implements Identity {}

    /** A PKCS#12 file with one key; the first line of another file is its password. */
    public record KeyStoreFile(String mspId, Path keystore, Path passwordFile) implements Identity {}

    public LedgerProfile {
        organisations = Map.copyOf(organisations);
        orderers = Map.copyOf(orderers);
        if (channel.isBlank() || chaincode.isBlank()) {
            throw new IllegalArgumentException("A ledger profile names channel and chaincode");
        }
        if (organisations.isEmpty() || orderers.isEmpty()) {
            throw new IllegalArgumentException("A ledger profile names at least one organisation.… and one orderer.…");
        }
        if (leastEndorsers < 1 || leastEndorsers > organisations.size()) {
            throw new IllegalArgumentException("endorsers.least is between 1 and the number of organisations, found " + leastEndorsers);
        }
    }

    /** The same network seen by somebody else. */
    public LedgerProfile as(Identity other) {
        return new LedgerProfile(network, channel, chaincode, peer, organisations, orderers, leastEndorsers, Optional.of(other));
    }

    /**
     * Reads a profile.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a line is missing, unknown or wrong; the message names file and line
     */
    public static LedgerProfile read(Path file) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        try {
            return new ProfileLines(lines, folderOf(file)).profile();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Ledger profile " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes this profile so that {@link #read} gives it again; files below the profile's folder are named relative to it. */
    public void write(Path file) throws IOException {
        var folder = folderOf(file);
        var lines = new ArrayList<String>();
        lines.add("network=" + (network == Network.DEVELOPMENT ? "development" : "fabric"));
        lines.add("channel=" + channel);
        lines.add("chaincode=" + chaincode);
        lines.add("peer=" + peer.address());
        lines.add("peer.tls=" + named(folder, peer.tls()));
        peer.authority().ifPresent(name -> lines.add("peer.authority=" + name));
        new TreeMap<>(organisations).forEach((msp, roots) -> lines.add("organisation." + msp + "=" + named(folder, roots)));
        new TreeMap<>(orderers).forEach((msp, roots) -> lines.add("orderer." + msp + "=" + named(folder, roots)));
        lines.add("endorsers.least=" + leastEndorsers);
        identity.ifPresent(who -> lines.addAll(identityLines(folder, who)));
        Files.createDirectories(folder);
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private static List<String> identityLines(Path folder, Identity identity) {
        return switch (identity) {
            case KeyFiles files -> List.of("identity.msp=" + files.mspId(), "identity.certificate=" + named(folder, files.certificate()),
                    "identity.key=" + named(folder, files.key()));
            case KeyStoreFile store -> List.of("identity.msp=" + store.mspId(), "identity.keystore=" + named(folder, store.keystore()),
                    "identity.password-file=" + named(folder, store.passwordFile()));
        };
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().resolveSibling("").normalize();
    }

    private static String named(Path folder, Path file) {
        var absolute = file.toAbsolutePath();
        var path = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
        return path.toString().replace("\\", "\\\\");
    }
}
