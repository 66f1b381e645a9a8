package io.fairway.store.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.stream.Stream;

/** The passwords of the server's roles: made once, kept in a file that only the hub's user can read. */
record ServerPasswords(String superuser, String owner, String application, String worker) {

    static ServerPasswords in(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        return new ServerPasswords(of(kept, "superuser", file), of(kept, "owner", file), of(kept, "application", file),
                of(kept, "worker", file));
    }

    private static String of(Properties kept, String name, Path file) {
        String password = kept.getProperty(name, "");
        if (password.isEmpty()) {
            throw new EmbeddedStartException("The password of '" + name + "' is missing in " + file
                    + ": restore the file; without it the data folder cannot be opened.");
        }
        return password;
    }

    private static void create(Path file) throws IOException {
        Properties fresh = new Properties();
        SecureRandom random = new SecureRandom();
        Stream.of("superuser", "owner", "application", "worker").forEach(name -> fresh.setProperty(name, password(random)));
        StringWriter text = new StringWriter();
        fresh.store(text, "Roles of the hub's own PostgreSQL");
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text.toString());
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
