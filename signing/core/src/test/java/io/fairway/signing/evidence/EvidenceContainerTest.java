package io.fairway.signing.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.signing.Cades;
import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.DevelopmentAuthority.Purpose;
import io.fairway.signing.SigningKey;
import io.fairway.signing.SigningTimestampAuthority;
import io.fairway.signing.Suite;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.Verdict;
import io.fairway.signing.evidence.EvidenceContainer.Material;
import io.fairway.signing.evidence.EvidenceVerdict.Outcome;
import io.fairway.signing.evidence.EvidenceVerdict.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvidenceContainerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");
    private DevelopmentAuthority authority;
    private SigningKey hub;
    private SigningKey stamper;
    private List<EvidencePart> parts;

    @BeforeEach
    void preparesACase() throws Exception {
        authority = DevelopmentAuthority.create("CN=Root", Suite.ECDSA_P256_SHA256, NOW.minusSeconds(60));
        hub = authority.issue("CN=Hub", Suite.ECDSA_P256_SHA256, Purpose.SIGNING, NOW.minusSeconds(60), Period.ofYears(2));
        stamper = authority.issue("CN=Time", Suite.ECDSA_P256_SHA256, Purpose.TIMESTAMPS, NOW.minusSeconds(60), Period.ofYears(12));
        byte[] order = bytes("UNB+order'");
        parts = List.of(new EvidencePart("originals/manifest.edi", "application/edifact", "What the carrier sent.", bytes("UNB+manifest'")),
                new EvidencePart("outbound/order.edi", "application/edifact", "What the terminal was told.", order),
                new EvidencePart("outbound/order.edi.p7s", "application/pkcs7-signature", "The hub's seal on it.", Cades.sign(order, hub, NOW)),
                new EvidencePart("timeline.json", "application/json", "What happened.", bytes("[]")));
    }

    @Test
    void passesNowAndNineYearsOn() throws Exception {
        byte[] container = container();

        EvidenceVerdict verdict = verifier().verify(container, NOW.plusSeconds(60));
        EvidenceVerdict later = verifier().verify(container, NOW.plusSeconds(9 * 365 * 86_400L));

        assertThat(verdict.indication()).isEqualTo("TOTAL-PASSED");
        assertThat(verdict.parts()).extracting(Part::path).containsExactly("index.txt", "originals/manifest.edi", "outbound/order.edi",
                "outbound/order.edi.p7s", "timeline.json");
        assertThat(verdict.files()).containsKey("originals/manifest.edi");
        assertThat(later.indication()).as("the container's timestamp proves when the level B seal inside existed").isEqualTo("TOTAL-PASSED");
    }

    @Test
    void givesTheSameFilesForTheSameCase() throws Exception {
        Map<String, byte[]> first = EvidenceContainer.read(container());
        Map<String, byte[]> second = EvidenceContainer.read(container());

        assertThat(first.keySet()).isEqualTo(second.keySet());
        first.forEach((path, content) -> {
            if (!path.equals(EvidenceContainer.SIGNATURE)) {
                assertThat(second.get(path)).as(path).isEqualTo(content);
            }
        });
        assertThat(new String(first.get("index.txt"), StandardCharsets.UTF_8)).startsWith("Bill BL1\n").contains("What the carrier sent.");
    }

    @Test
    void namesThePartThatWasChangedRemovedOrAdded() throws Exception {
        byte[] container = container();

        assertThat(broken(rewritten(container, "timeline.json", Optional.of(bytes("[1]"))))).containsExactly("timeline.json");
        assertThat(broken(rewritten(container, "timeline.json", Optional.empty()))).containsExactly("timeline.json");
        assertThat(broken(rewritten(container, "added.txt", Optional.of(bytes("x"))))).containsExactly("added.txt");
        assertThat(verifier().verify(rewritten(container, EvidenceContainer.MANIFEST, Optional.of(bytes("<x/>"))), NOW).seal())
                .isInstanceOf(Verdict.TotalFailed.class);
        assertThat(verifier().verify(rewritten(container, EvidenceContainer.SIGNATURE, Optional.empty()), NOW).seal())
                .isInstanceOf(Verdict.TotalFailed.class);
    }

    @Test
    void neverPassesWithOtherFilesWhateverByteIsFlipped() throws Exception {
        byte[] container = container();
        Map<String, byte[]> files = verifier().verify(container, NOW.plusSeconds(60)).files();

        for (int i = 0; i < container.length; i++) {
            byte[] changed = container.clone();
            changed[i] ^= 0x01;
            EvidenceVerdict verdict = verifier().verify(changed, NOW.plusSeconds(60));
            if (verdict.indication().equals("TOTAL-PASSED")) {
                assertThat(verdict.files().keySet()).isEqualTo(files.keySet());
                verdict.files().forEach((path, content) -> assertThat(content).isEqualTo(files.get(path)));
            }
        }
    }

    @Test
    void refusesWhatIsNotAContainer() {
        assertThat(verifier().verify(new byte[0], NOW).indication()).isEqualTo("TOTAL-FAILED");
        assertThat(verifier().verify(bytes("PK nonsense"), NOW).indication()).isEqualTo("TOTAL-FAILED");
        assertThatThrownBy(() -> new EvidencePart("../x", "text/plain", "", new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EvidencePart("META-INF/x", "text/plain", "", new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesPathsThatLeadOutOrStandTwice() throws Exception {
        assertThat(verifier().verify(rewritten(container(), "a/../../b", Optional.of(bytes("x"))), NOW).indication()).isEqualTo("TOTAL-FAILED");
        assertThat(verifier().verify(rewritten(container(), "/etc/passwd", Optional.of(bytes("x"))), NOW).indication()).isEqualTo("TOTAL-FAILED");
    }

    private byte[] container() throws Exception {
        var material = new Material(List.of(hub.certificate(), stamper.certificate(), authority.root().certificate()),
                List.of(authority.revocationList(Map.of(), NOW, NOW.plusSeconds(86_400))));
        return EvidenceContainer.write("Bill BL1", parts, hub, NOW, Optional.of(new SigningTimestampAuthority(stamper, InstantSource.fixed(NOW))),
                material);
    }

    private EvidenceVerifier verifier() {
        Set<X509Certificate> root = Set.of(authority.root().certificate());
        return new EvidenceVerifier(TrustPolicy.of(root).withTimestampers(root));
    }

    private List<String> broken(byte[] container) {
        EvidenceVerdict verdict = verifier().verify(container, NOW.plusSeconds(60));
        assertThat(verdict.indication()).isEqualTo("TOTAL-FAILED");
        return verdict.parts().stream().filter(part -> part.outcome() == Outcome.BROKEN).map(Part::path).toList();
    }

    private static byte[] rewritten(byte[] container, String path, Optional<byte[]> content) throws Exception {
        var out = new ByteArrayOutputStream();
        List<String> seen = new ArrayList<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(container)); var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                seen.add(entry.getName());
                if (!entry.getName().equals(path) || content.isPresent()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(entry.getName().equals(path) ? content.orElseThrow() : bytes);
                }
            }
            if (!seen.contains(path)) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(content.orElseThrow());
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
