package io.fairway.boot;

import io.fairway.ledger.proof.NetworkTrust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whom somebody who checks believes about the ledger: a folder as the hub publishes it under {@code keys/trust} (docs/evidence.md). */
final class LedgerTrust {
    private static final String PEM = ".pem";

    private LedgerTrust() {
    }

    /**
     * Reads {@code ledger/members}, {@code ledger/orderers} and {@code ledger/endorsers.txt}.
     *
     * @return empty when the folder says nothing of a ledger
     * @throws IOException when a file cannot be read
     */
    static Optional<NetworkTrust> read(Path folder) throws IOException {
        Path ledger = folder.resolve("ledger");
        if (!Files.isDirectory(ledger.resolve("members"))) {
            return Optional.empty();
        }
        int least = Integer.parseInt(Files.readString(ledger.resolve("endorsers.txt"), StandardCharsets.US_ASCII).strip());
        return Optional.of(new NetworkTrust(authorities(ledger.resolve("members")), authorities(ledger.resolve("orderers")), least));
    }

    private static Map<String, List<X509Certificate>> authorities(Path folder) throws IOException {
        Map<String, List<X509Certificate>> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(PEM)).toList()) {
                String name = file.getFileName().toString();
                found.put(name.substring(0, name.length() - PEM.length()), NetworkTrust.certificates(Files.readAllBytes(file)));
            }
        }
        return found;
    }
}
