package io.fairway.ledger;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** Reads the lines of a {@link LedgerProfile}; every line must be known and used. */
final class ProfileLines {
    private static final String ORGANISATION = "organisation.";
    private static final String ORDERER = "orderer.";

    private final Properties lines;
    private final Path folder;
    private final TreeSet<String> unused;

    ProfileLines(Properties lines, Path folder) {
        this.lines = lines;
        this.folder = folder;
        this.unused = new TreeSet<>(lines.stringPropertyNames());
    }

    LedgerProfile profile() {
        var profile = new LedgerProfile(network(), required("channel"), required("chaincode"), peer(), files(ORGANISATION),
                files(ORDERER), leastEndorsers(), identity());
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("nobody knows the line " + unused.first());
        }
        return profile;
    }

    private LedgerProfile.Network network() {
        var network = required("network");
        return switch (network) {
            case "development" -> LedgerProfile.Network.DEVELOPMENT;
            case "fabric" -> LedgerProfile.Network.FABRIC;
            default -> throw new IllegalArgumentException("network is development or fabric, found " + network);
        };
    }

    private LedgerProfile.Peer peer() {
        return new LedgerProfile.Peer(required("peer"), file("peer.tls"), optional("peer.authority"));
    }

    private int leastEndorsers() {
        var least = required("endorsers.least");
        if (!least.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("endorsers.least is a number, found " + least);
        }
        return Integer.parseInt(least);
    }

    private Optional<LedgerProfile.Identity> identity() {
        return optional("identity.msp").map(msp -> lines.containsKey("identity.keystore")
                ? new LedgerProfile.KeyStoreFile(msp, file("identity.keystore"), file("identity.password-file"))
                : new LedgerProfile.KeyFiles(msp, file("identity.certificate"), file("identity.key")));
    }

    private Map<String, Path> files(String prefix) {
        var files = new HashMap<String, Path>();
        for (var name : Arrays.asList(unused.toArray(String[]::new))) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                files.put(name.substring(prefix.length()), file(name));
            }
        }
        return files;
    }

    private Path file(String name) {
        return folder.resolve(required(name));
    }

    private String required(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("the line " + name + "=… is missing"));
    }

    private Optional<String> optional(String name) {
        unused.remove(name);
        return Optional.ofNullable(lines.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
