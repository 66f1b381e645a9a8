package io.fairway.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The keys an organisation signs with, as files of one folder: each {@code *.p12} is a PKCS#12 file, each {@code *.pkcs11} the JDK's
 * configuration of a token that holds keys. A new key takes over by being put there.
 */
public final class KeyFolder {
    private final Path folder;
    private final char[] password;
    private final char[] pin;
    private final Map<Path, Opened> opened = new ConcurrentHashMap<>();

    /** @param digest SHA-256 of the file when it was opened */
    private record Opened(String digest, List<SigningKey> keys) {
    }

    /**
     * @param password of the PKCS#12 files
     * @param pin of the tokens
     */
    public KeyFolder(Path folder, char[] password, char[] pin) {
        this.folder = folder;
        this.password = password.clone();
        this.pin = pin.clone();
    }

    /**
     * Every key, by the names of the files.
     *
     * @throws IOException when a file or a token cannot be read; then nothing should change
     */
    public List<SigningKey> keys() throws IOException, GeneralSecurityException {
        List<SigningKey> keys = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().endsWith(".p12")) {
                keys.addAll(opened(file));
            } else if (file.toString().endsWith(".pkcs11")) {
                keys.addAll(TokenKeys.open(file, pin).keys());
            }
        }
        return keys;
    }

    /** A password is stretched for a good second, so a file is opened once for its content, however often the folder is read. */
    private List<SigningKey> opened(Path file) throws IOException, GeneralSecurityException {
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        Optional<Opened> known = Optional.ofNullable(opened.get(file)).filter(before -> before.digest().equals(digest));
        if (known.isPresent()) {
            return known.get().keys();
        }
        List<SigningKey> keys = List.copyOf(new KeyFile(file, password).open());
        opened.put(file, new Opened(digest, keys));
        return keys;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
