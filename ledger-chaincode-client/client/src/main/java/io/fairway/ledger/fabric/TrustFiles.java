package io.fairway.ledger.fabric;

import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.proof.NetworkTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the certificates that a profile names. */
public final class TrustFiles {
    private TrustFiles() {}

    /**
     * Whom the profile says to believe.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file holds no certificates; the message names it
     */
    public static NetworkTrust read(LedgerProfile profile) throws IOException {
        return new NetworkTrust(certificates(profile.organisations()), certificates(profile.orderers()), profile.leastEndorsers());
    }

    private static Map<String, List<X509Certificate>> certificates(Map<String, Path> files) throws IOException {
        var certificates = new HashMap<String, List<X509Certificate>>();
        for (var file : files.entrySet()) {
            try {
                certificates.put(file.getKey(), NetworkTrust.certificates(Files.readAllBytes(file.getValue())));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("The authorities of " + file.getKey() + ", " + file.getValue() + ": " + e.getMessage(), e);
            }
        }
        return certificates;
    }
}
