package io.fairway.boot;

import io.fairway.ledger.LedgerProfile;
import io.fairway.signing.Certificates;
import io.fairway.usecase.evidence.TrustFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whom the hub believes, as files under its home, for evidence and for {@code ./fairway verify --trust}. */
final class PublishedTrust implements TrustFolder {
    private final Path folder;
    private final Set<X509Certificate> roots = new LinkedHashSet<>();

    PublishedTrust(Path folder) {
        this.folder = folder;
    }

    /** Adds authorities. */
    synchronized void roots(Set<X509Certificate> authorities) {
        roots.addAll(authorities);
        write("roots.pem", Certificates.pem(roots).getBytes(StandardCharsets.US_ASCII));
    }

    /** The ledger's organisations, as its profile names them. */
    void ledger(LedgerProfile profile) {
        authorities("ledger/members/", profile.organisations());
        authorities("ledger/orderers/", profile.orderers());
        write("ledger/endorsers.txt", (profile.leastEndorsers() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void authorities(String path, Map<String, Path> files) {
        files.forEach((name, file) -> {
            try {
                write(path + name + ".pem", Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException("The authorities of " + name + " cannot be read", e);
            }
        });
    }

    private void write(String path, byte[] bytes) {
        Path file = folder.resolve(path);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    @Override
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(each -> Files.isRegularFile(each) && !each.toString().endsWith(".new")).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Whom the hub believes cannot be read", e);
        }
        return files;
    }
}
