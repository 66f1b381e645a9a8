package io.fairway.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * The parties' folders by SFTP: each user sees the folder of its name and nothing else. No shell, no command, no forwarding, no password.
 */
public final class SftpFolders implements AutoCloseable {
    private static final Duration TO_SIGN_IN = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int SESSIONS_PER_USER = 10;
    private static final int HOST_KEY_BITS = 256;

    private final SshServer server;

    private SftpFolders(SshServer server) {
        this.server = server;
    }

    /**
     * What it serves.
     *
     * @param root folder of the users' folders, each of its user's name
     * @param hostKey file of the server's own key (ECDSA, P-256); made when it is not there
     * @param mostBytes largest file
     */
    public record Settings(Path root, Path hostKey, long mostBytes) {
    }

    /** Starts it. @param mayEnter whether a user proves itself by a key @param port 0 for any that is free */
    public static SftpFolders open(String host, int port, Settings settings, BiPredicate<String, PublicKey> mayEnter) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(host);
        server.setPort(port);
        var hostKey = new SimpleGeneratorHostKeyProvider(settings.hostKey());
        hostKey.setAlgorithm("EC");
        hostKey.setKeySize(HOST_KEY_BITS);
        server.setKeyPairProvider(hostKey);
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator((user, key, session) -> mayEnter.test(user, key));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setFileSystemFactory(new OwnFolder(settings.root()));
        var uploads = new WholeUploads(settings.mostBytes());
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().withFileSystemAccessor(uploads).build();
        sftp.addSftpEventListener(uploads);
        server.setSubsystemFactories(List.of(sftp));
        CoreModuleProperties.AUTH_TIMEOUT.set(server, TO_SIGN_IN);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, SESSIONS_PER_USER);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "Fairway");
        server.start();
        return new SftpFolders(server);
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /** A user's root is its folder. */
    private static final class OwnFolder extends VirtualFileSystemFactory {
        private final Path root;

        OwnFolder(Path root) {
            this.root = root;
        }

        @Override
        public Path getUserHomeDir(SessionContext session) throws IOException {
            Path own = root.resolve(session.getUsername());
            Files.createDirectories(own.resolve(WholeUploads.IN));
            return own;
        }
    }
}
