package io.fairway.flow;

import io.fairway.document.id.RefusedValueException;
import io.fairway.usecase.PartyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders of parties below one root: {@code PARTY/in} for what a party sends; beside it the hub keeps {@code taken}, {@code waiting},
 * {@code done}, {@code refused} and {@code out}. A party's folder is its operating-system account's: who may write there is the party.
 * Links are never followed, so that no folder leads into another.
 */
final class Folders {
    private static final int MOST_PARTIES = 1_000;
    private static final int MOST_FILES = 100;

    private final Path root;

    Folders(Path root) {
        this.root = root;
    }

    /** A party's own folder. */
    record Own(PartyId party, Path path) {

        Path in() {
            return path.resolve("in");
        }

        /** Claimed by a hub that reads it. */
        Path taken() {
            return path.resolve("taken");
        }

        /** Kept by the hub; its outcome is not known yet. */
        Path waiting() {
            return path.resolve("waiting");
        }

        Path done() {
            return path.resolve("done");
        }

        Path refused() {
            return path.resolve("refused");
        }

        /** What the hub answers. */
        Path out() {
            return path.resolve("out");
        }
    }

    /** Those with a folder {@code in} that is no link. */
    List<Own> all() throws IOException {
        return children(root, MOST_PARTIES).stream().flatMap(path -> own(path).stream()).toList();
    }

    private static Optional<Own> own(Path path) {
        try {
            var own = new Own(new PartyId(path.getFileName().toString()), path);
            return isFolder(path) && isFolder(own.in()) ? Optional.of(own) : Optional.empty();
        } catch (RefusedValueException notAParty) {
            return Optional.empty();
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Some plain files of a folder, by name. */
    static List<Path> files(Path folder) throws IOException {
        if (!isFolder(folder)) {
            return List.of();
        }
        return children(folder, MOST_FILES).stream().filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList();
    }

    private static List<Path> children(Path folder, int most) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().limit(most).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Moves a file at once; of two that try, one succeeds. @return whether it was this one */
    static boolean claim(Path file, Path to) throws IOException {
        requireFolderOf(to);
        try {
            Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException takenByAnother) {
            return false;
        }
    }

    /** Writes a file that is there whole or not at all. */
    static void write(Path file, byte[] content) throws IOException {
        requireFolderOf(file);
        Path fresh = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(fresh);
        try (SeekableByteChannel channel = Files.newByteChannel(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
            channel.write(ByteBuffer.wrap(content));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireFolderOf(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent(), "a file of a party's folder");
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException there) {
            if (!isFolder(folder)) {
                throw new IOException(folder + " is not a folder", there);
            }
        }
    }
}
