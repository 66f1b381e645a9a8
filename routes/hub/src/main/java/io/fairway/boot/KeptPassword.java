package io.fairway.boot;

import io.fairway.identity.OwnerFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password that is drawn once and kept in a file only its owner can read. */
final class KeptPassword {
    private static final int BYTES = 32;

    private KeptPassword() {
    }

    static String of(Path path, SecureRandom random) {
        var file = new OwnerFile(path);
        return new String(file.read().orElseGet(() -> {
            byte[] secret = new byte[BYTES];
            random.nextBytes(secret);
            byte[] password = HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII);
            file.write(password);
            return password;
        }), StandardCharsets.US_ASCII);
    }
}
