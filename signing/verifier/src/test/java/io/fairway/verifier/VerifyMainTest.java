package io.fairway.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.signing.Cades;
import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.DevelopmentAuthority.Purpose;
import io.fairway.signing.Jws;
import io.fairway.signing.SigningKey;
import io.fairway.signing.SigningTimestampAuthority;
import io.fairway.signing.Suite;
import io.fairway.signing.Xades;
import io.fairway.signing.evidence.EvidenceContainer;
import io.fairway.signing.evidence.EvidenceContainer.Material;
import io.fairway.signing.evidence.EvidencePart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyMainTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");
    private static final byte[] CONTENT = "UNB+1'".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private DevelopmentAuthority authority;
    private SigningKey hub;
    private Path trust;

    @BeforeEach
    void preparesKeys() throws Exception {
        authority = DevelopmentAuthority.create("CN=Root", Suite.ECDSA_P256_SHA256, NOW.minusSeconds(60));
        hub = authority.issue("CN=Hub", Suite.ECDSA_P256_SHA256, Purpose.SIGNING, NOW.minusSeconds(60), Period.ofYears(2));
        trust = Files.createDirectory(folder.resolve("trust"));
        Files.writeString(trust.resolve("roots.pem"), pem(authority.root().certificate()));
    }

    @Test
    void passesAContainerForThoseItsReaderBelievesAndNineYearsOn() throws Exception {
        Path container = file("case.asice", container());

        assertThat(verify("--trust", trust.toString(), container.toString())).isZero();
        assertThat(output()).contains("good    originals/manifest.edi", "TOTAL-PASSED");
        assertThat(verify("--trust", trust.toString(), "--at", "2035-03-02T00:00:00Z", container.toString())).isZero();
    }

    @Test
    void leavesItOpenWhenOnlyTheContainerSaysWhomToBelieve() throws Exception {
        assertThat(verify(file("case.asice", container()).toString())).isEqualTo(2);
        assertThat(output()).contains("Compare them", "CN=Root, SHA-256 ", "INDETERMINATE");
    }

    @Test
    void saysWhichPartBroke() throws Exception {
        byte[] container = container();
        int at = new String(container, StandardCharsets.ISO_8859_1).indexOf("originals/manifest.edi") + "originals/manifest.edi".length() + 2;
        container[at] ^= 0x40;

        assertThat(verify("--trust", trust.toString(), file("broken.asice", container).toString())).isEqualTo(1);
        assertThat(output()).contains("TOTAL-FAILED");
    }

    @Test
    void checksAFileWithItsSignatureBesideXmlAndJws() throws Exception {
        Path document = file("order.edi", CONTENT);
        file("order.edi.p7s", Cades.sign(CONTENT, hub, NOW));
        Path xml = file("order.xml", Xades.signEnveloped("<Order/>".getBytes(StandardCharsets.UTF_8), hub, NOW));
        Path token = file("pass.jws", Jws.sign(CONTENT, hub, Jws.Naming.CHAIN, NOW).getBytes(StandardCharsets.US_ASCII));

        assertThat(verify("--trust", trust.toString(), document.toString(), xml.toString(), token.toString())).isZero();
        file("order.edi", "UNB+2'".getBytes(StandardCharsets.US_ASCII));
        assertThat(verify("--trust", trust.toString(), document.toString(), xml.toString())).isEqualTo(1);
        assertThat(output()).contains("SIG-003");
    }

    @Test
    void saysWhatIsWrongWithItsUseAndWithStrangeFiles() throws Exception {
        assertThat(verify()).isEqualTo(64);
        assertThat(verify("--trust")).isEqualTo(64);
        assertThat(verify(folder.resolve("none").toString())).isEqualTo(66);
        assertThat(verify("--trust", trust.toString(), file("strange", CONTENT).toString())).isNotZero();
        assertThat(verify(file("order.xml", CONTENT).toString())).isEqualTo(2);
    }

    private byte[] container() throws Exception {
        SigningKey stamper = authority.issue("CN=Time", Suite.ECDSA_P256_SHA256, Purpose.TIMESTAMPS, NOW.minusSeconds(60), Period.ofYears(12));
        var parts = List.of(new EvidencePart("originals/manifest.edi", "application/edifact", "What the carrier sent.", CONTENT),
                new EvidencePart("trust/roots.pem", "application/x-pem-file", "Whom the hub believes.",
                        pem(authority.root().certificate()).getBytes(StandardCharsets.US_ASCII)));
        var material = new Material(List.of(stamper.certificate(), authority.root().certificate()),
                List.of(authority.revocationList(Map.of(), NOW, NOW.plusSeconds(86_400))));
        return EvidenceContainer.write("Bill BL1", new ArrayList<>(parts), hub, NOW,
                Optional.of(new SigningTimestampAuthority(stamper, InstantSource.fixed(NOW))), material);
    }

    private int verify(String... arguments) {
        printed.reset();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new VerifyMain(InstantSource.fixed(NOW.plusSeconds(60)), out, out).run(List.of(arguments));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
