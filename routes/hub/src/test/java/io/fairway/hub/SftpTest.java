package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import io.fairway.fixture.Voyages;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.Test;

/** A party drops its file by SFTP, proven by a key it enrolled, and fetches what came of it. */
class SftpTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Duration PATIENTLY = Duration.ofSeconds(60);

    @Test
    void takesAFileFromWhoeverHasAnEnrolledKeyAndAnswersBesideIt() throws IOException, JOSEException {
        TestKeys keys = TestKeys.fresh();
        long seed = HUB.freshSeed();
        byte[] document = Voyages.cuscar(Voyages.shipments(1, seed), "F" + seed);
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((_, _, _) -> true);
            client.start();
            assertThatThrownBy(() -> enter(client, "AMQPPEER", keys)).isInstanceOf(IOException.class);
            enrol(keys);
            assertThatThrownBy(() -> enter(client, "HUBLINE", keys)).as("another party").isInstanceOf(IOException.class);

            try (ClientSession session = enter(client, "AMQPPEER", keys); SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                try (OutputStream out = sftp.write("/in/manifest.edi")) {
                    out.write(document);
                }
                await().atMost(PATIENTLY).ignoreExceptions().until(() -> !answer(sftp).isMissingNode());
                assertThat(answer(sftp).path("state").asText()).isEqualTo("settled");
                assertThat(answer(sftp).at("/interchanges/0/interchange/reference").asText()).isEqualTo("F" + seed);
            }
        }
    }

    private static JsonNode answer(SftpClient sftp) throws IOException {
        String name = StreamSupport.stream(sftp.readDir("/out").spliterator(), false).map(DirEntry::getFilename)
                .filter(found -> found.endsWith(".manifest.edi.outcome.json")).findFirst().orElseThrow(() -> new IOException("Nothing yet"));
        return new ObjectMapper().readTree(sftp.read("/out/" + name).readAllBytes());
    }

    private static ClientSession enter(SshClient client, String user, TestKeys keys) throws IOException, JOSEException {
        ClientSession session = client.connect(user, "127.0.0.1", HUB.port("sftp")).verify(PATIENTLY).getSession();
        session.addPublicKeyIdentity(keys.key().toKeyPair());
        try {
            session.auth().verify(PATIENTLY);
            return session;
        } catch (IOException e) {
            session.close();
            throw e;
        }
    }

    private static void enrol(TestKeys keys) {
        String until = Instant.now().plus(Duration.ofDays(10)).toString();
        JsonNode act = HUB.party("AMQPPEER.anna").create("/api/parties/AMQPPEER/keys",
                Map.of("jwk", keys.publicPart(), "purpose", "authentication", "validUntil", until));
        HUB.party("AMQPPEER.bo").create("/api/approvals/" + act.path("id").asText() + "/confirmation", Map.of());
    }
}
