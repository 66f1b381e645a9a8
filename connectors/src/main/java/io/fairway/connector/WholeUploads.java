package io.fairway.connector;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * What a user may do in its folder: write whole files into {@code in}, rename and remove there, read everywhere, remove what it has read
 * from {@code out}. A file gets its name when the client closes it; what the client leaves open when its connection ends is gone.
 */
final class WholeUploads implements SftpFileSystemAccessor, SftpEventListener {
    static final String IN = "in";
    private static final String OUT = "out";

    private final long mostBytes;
    private final Set<Handle> closedByClient = ConcurrentHashMap.newKeySet();

    WholeUploads(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    private static boolean isIn(Path file, String folder) {
        Path path = file.toAbsolutePath().normalize();
        return path.getNameCount() == 2 && path.getName(0).toString().equals(folder);
    }

    private static void requireIn(Path file, String... folders) throws IOException {
        if (List.of(folders).stream().noneMatch(folder -> isIn(file, folder))) {
            throw new AccessDeniedException(String.valueOf(file.getFileName()), null, "Expected a file in " + String.join(" or ", folders));
        }
    }

    private static Path growing(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".uploading");
    }

    @Override
    public SeekableByteChannel openFile(SftpSubsystemProxy subsystem, FileHandle handle, Path file, String name,
                                        Set<? extends OpenOption> options, FileAttribute<?>... ignored) throws IOException {
        if (!options.contains(StandardOpenOption.WRITE)) {
            return SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        }
        requireIn(file, IN);
        if (handle.isOpenAppend()) {
            throw new AccessDeniedException(String.valueOf(file.getFileName()), null, "Expected a whole file, not more of one");
        }
        return SftpFileSystemAccessor.super.openFile(subsystem, handle, growing(file), name, Set.of(StandardOpenOption.WRITE,
                StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public void writing(ServerSession session, String name, FileHandle handle, long offset, byte[] data, int dataOffset, int length) throws IOException {
        if (offset + length > mostBytes) {
            throw new FileSystemException(String.valueOf(handle.getFile().getFileName()), null, "Expected at most " + mostBytes + " bytes");
        }
    }

    @Override
    public void closing(ServerSession session, String name, Handle handle) {
        closedByClient.add(handle);
    }

    @Override
    public void closeFile(SftpSubsystemProxy subsystem, FileHandle handle, Path file, String name, Channel channel,
                          Set<? extends OpenOption> options) throws IOException {
        boolean written = options.contains(StandardOpenOption.WRITE);
        boolean whole = closedByClient.remove(handle);
        try {
            SftpFileSystemAccessor.super.closeFile(subsystem, handle, file, name, channel, options);
        } finally {
            if (written && !whole) {
                Files.deleteIfExists(growing(file));
            }
        }
        if (written && whole) {
            Files.move(growing(file), file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options) throws IOException {
        requireIn(from, IN);
        requireIn(to, IN);
        SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path file, boolean directory) throws IOException {
        requireIn(file, IN, OUT);
        SftpFileSystemAccessor.super.removeFile(subsystem, file, directory);
    }

    @Override
    public void copyFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options) throws IOException {
        throw new AccessDeniedException(String.valueOf(from.getFileName()), null, "Files are not copied here");
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path folder) throws IOException {
        throw new AccessDeniedException(String.valueOf(folder.getFileName()), null, "The folders are what they are");
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symbolic) throws IOException {
        throw new AccessDeniedException(String.valueOf(link.getFileName()), null, "No links here");
    }

    // Times, owners and permissions that a client wants for its files are left to the hub; many ask for them after each upload.

    @Override
    public void setFileAttribute(SftpSubsystemProxy subsystem, Path file, String view, String attribute, Object value, LinkOption... options) {
        // ignored
    }

    @Override
    public void setFileOwner(SftpSubsystemProxy subsystem, Path file, Principal value, LinkOption... options) {
        // ignored
    }

    @Override
    public void setGroupOwner(SftpSubsystemProxy subsystem, Path file, Principal value, LinkOption... options) {
        // ignored
    }

    @Override
    public void setFilePermissions(SftpSubsystemProxy subsystem, Path file, Set<PosixFilePermission> permissions, LinkOption... options) {
        // ignored
    }

    @Override
    public void setFileAccessControl(SftpSubsystemProxy subsystem, Path file, List<AclEntry> entries, LinkOption... options) {
        // ignored
    }
}
