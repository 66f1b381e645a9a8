package io.fairway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fairway.fixture.Fixtures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a party may do by SFTP, and what it may not. */
class SftpFoldersTest {
    private static final byte[] DOCUMENT = Fixtures.bytes("edifact/coreor_d00b_release_order.edi");
    private static final Duration PATIENTLY = Duration.ofSeconds(60);
    private static final int MOST_BYTES = 50_000;
    private static final KeyPair LINE = key();
    private static final KeyPair OTHER = key();

    @TempDir
    private Path root;
    private SftpFolders server;
    private final SshClient client = SshClient.setUpDefaultClient();

    @BeforeEach
    void start() throws IOException {
        Path folders = Files.createDirectory(root.resolve("folders"));
        server = SftpFolders.open("127.0.0.1", 0, new SftpFolders.Settings(folders, root.resolve("host.key"), MOST_BYTES),
                (user, key) -> (user.equals("LINE") && key.equals(LINE.getPublic())) || (user.equals("OTHER") && key.equals(OTHER.getPublic())));
        client.setServerKeyVerifier((_, _, _) -> true);
        client.start();
    }

    @AfterEach
    void stop() throws IOException {
        client.stop();
        server.close();
    }

    @Test
    void givesAFileItsNameWhenTheClientClosesIt() throws IOException {
        try (ClientSession session = enter("LINE", LINE); SftpClient sftp = sftp(session)) {
            try (OutputStream out = sftp.write("/in/order.edi")) {
                out.write(DOCUMENT, 0, DOCUMENT.length / 2);
                out.flush();
                assertThat(names("LINE/in")).noneMatch(name -> !name.startsWith("."));
                out.write(DOCUMENT, DOCUMENT.length / 2, DOCUMENT.length - DOCUMENT.length / 2);
            }
            assertThat(names("LINE/in")).containsExactly("order.edi");
            assertThat(own("LINE/in/order.edi")).hasBinaryContent(DOCUMENT);

            sftp.rename("/in/order.edi", "/in/order.part");
            sftp.remove("/in/order.part");
            assertThat(names("LINE/in")).isEmpty();
        }
    }

    @Test
    void leavesNoHalfFileWhenTheConnectionEnds() throws IOException {
        ClientSession session = enter("LINE", LINE);
        SftpClient sftp = sftp(session);
        SftpClient.CloseableHandle handle = sftp.open("/in/order.edi", OpenMode.Write, OpenMode.Create);
        sftp.write(handle, 0, DOCUMENT, 0, 100);
        await().atMost(PATIENTLY).until(() -> !names("LINE/in").isEmpty());

        session.close(true);

        await().atMost(PATIENTLY).untilAsserted(() -> assertThat(names("LINE/in")).isEmpty());
    }

    @Test
    void showsAPartyItsAnswersAndNothingOfOthers() throws IOException {
        Files.createDirectories(own("OTHER/out"));
        Files.write(own("OTHER/out/answer.json"), DOCUMENT);
        Files.createDirectories(own("LINE/out"));
        Files.write(own("LINE/out/answer.json"), DOCUMENT);
        Files.createSymbolicLink(own("LINE/out/link.json"), own("OTHER/out/answer.json"));
        try (ClientSession session = enter("LINE", LINE); SftpClient sftp = sftp(session)) {
            assertThat(sftp.read("/out/answer.json").readAllBytes()).isEqualTo(DOCUMENT);
            for (String path : List.of("/OTHER/out/answer.json", "/../OTHER/out/answer.json", "/in/../../OTHER/out/answer.json",
                    own("OTHER/out/answer.json").toString(), "/out/link.json", "../../host.key")) {
                assertRefused(() -> sftp.read(path).readAllBytes());
            }
            assertThat(sftp.readDir("/")).extracting(SftpClient.DirEntry::getFilename).doesNotContain("OTHER");
            sftp.remove("/out/answer.json");
        }
    }

    @Test
    void takesNothingElsewhereNorLongerNorInPieces() throws IOException {
        try (ClientSession session = enter("LINE", LINE); SftpClient sftp = sftp(session)) {
            for (String path : List.of("/order.edi", "/out/order.edi", "/done/order.edi", "/in/a/order.edi", "/in/../out/order.edi")) {
                assertRefused(() -> write(sftp, path, DOCUMENT));
            }
            assertRefused(() -> write(sftp, "/in/long.edi", new byte[MOST_BYTES + 1]));
            assertRefused(() -> sftp.open("/in/more.edi", OpenMode.Write, OpenMode.Append));
            assertRefused(() -> sftp.mkdir("/in/folder"));
            assertRefused(() -> sftp.symLink("/in/link.edi", "/out"));
            write(sftp, "/in/order.edi", DOCUMENT);
            assertRefused(() -> sftp.rename("/in/order.edi", "/out/order.edi"));
            assertRefused(() -> sftp.rename("/in/order.edi", "/../OTHER/in/order.edi"));
        }
    }

    @Test
    void letsNobodyInWithoutTheKey() throws IOException {
        assertThatThrownBy(() -> enter("LINE", OTHER)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> enter("../OTHER", OTHER)).isInstanceOf(IOException.class);
        try (ClientSession session = client.connect("LINE", "127.0.0.1", server.port()).verify(PATIENTLY).getSession()) {
            session.addPasswordIdentity("secret");
            assertThatThrownBy(() -> session.auth().verify(PATIENTLY)).isInstanceOf(IOException.class);
        }
    }

    private static void write(SftpClient sftp, String path, byte[] content) throws IOException {
        try (OutputStream out = sftp.write(path)) {
            out.write(content);
        }
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfAny(SftpException.class, IOException.class);
    }

    private ClientSession enter(String user, KeyPair key) throws IOException {
        ClientSession session = client.connect(user, "127.0.0.1", server.port()).verify(PATIENTLY).getSession();
        session.addPublicKeyIdentity(key);
        try {
            session.auth().verify(PATIENTLY);
            return session;
        } catch (IOException e) {
            session.close();
            throw e;
        }
    }

    private static SftpClient sftp(ClientSession session) throws IOException {
        return SftpClientFactory.instance().createSftpClient(session);
    }

    private Path own(String path) {
        return root.resolve("folders").resolve(path);
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(own(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static KeyPair key() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
