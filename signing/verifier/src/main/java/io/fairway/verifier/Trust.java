package io.fairway.verifier;

import io.fairway.ledger.proof.NetworkTrust;
import io.fairway.signing.Certificates;
import io.fairway.signing.Digest;
import io.fairway.signing.TrustPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whom the person who verifies believes. A folder holds {@code roots.pem} (authorities of signers and of timestamps) and, for what stands
 * on a ledger, {@code ledger/members/MSPID.pem}, {@code ledger/orderers/MSPID.pem} and {@code ledger/endorsers.txt} with the least number
 * of members that must have signed. An evidence container brings such a folder as {@code trust/}; that only says whom its maker believes.
 *
 * @param policy for signatures
 * @param ledger for receipts; empty when nothing is said of a ledger
 * @param roots the authorities in {@code policy}
 */
record Trust(TrustPolicy policy, Optional<NetworkTrust> ledger, Set<X509Certificate> roots) {
    private static final String ROOTS = "roots.pem";
    private static final String MEMBERS = "ledger/members/";
    private static final String ORDERERS = "ledger/orderers/";
    private static final String ENDORSERS = "ledger/endorsers.txt";
    private static final String PEM = ".pem";

    /** @throws IOException when the folder or a file in it cannot be read */
    static Trust of(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return of(files);
    }

    /**
     * @param files by their paths within the folder
     * @throws IOException when one cannot be read
     */
    static Trust of(Map<String, byte[]> files) throws IOException {
        try {
            Set<X509Certificate> roots = new HashSet<>();
            for (X509Certificate root : NetworkTrust.certificates(files.getOrDefault(ROOTS, new byte[0]))) {
                roots.add(Certificates.certificate(root.getEncoded()));
            }
            Map<String, List<X509Certificate>> members = organisations(files, MEMBERS);
            Optional<NetworkTrust> ledger = members.isEmpty() ? Optional.empty()
                    : Optional.of(new NetworkTrust(members, organisations(files, ORDERERS), endorsers(files)));
            return new Trust(TrustPolicy.of(roots).withTimestampers(roots), ledger, Set.copyOf(roots));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The trusted certificates cannot be read: " + e.getMessage(), e);
        }
    }

    private static int endorsers(Map<String, byte[]> files) {
        return Integer.parseInt(new String(files.getOrDefault(ENDORSERS, new byte[] {'2'}), StandardCharsets.US_ASCII).strip());
    }

    private static Map<String, List<X509Certificate>> organisations(Map<String, byte[]> files, String folder) {
        Map<String, List<X509Certificate>> found = new HashMap<>();
        files.forEach((path, pem) -> {
            if (path.startsWith(folder) && path.endsWith(PEM)) {
                found.put(path.substring(folder.length(), path.length() - PEM.length()), NetworkTrust.certificates(pem));
            }
        });
        return found;
    }

    /** Name and SHA-256 of each root, for comparing by eye. */
    List<String> fingerprints() {
        List<String> lines = new ArrayList<>();
        for (X509Certificate root : roots) {
            try {
                byte[] digest = Digest.sha256(root.getEncoded());
                lines.add(root.getSubjectX500Principal().getName() + ", SHA-256 " + HexFormat.of().formatHex(digest));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A certificate that was read cannot be written", e);
            }
        }
        lines.sort(null);
        return lines;
    }
}
