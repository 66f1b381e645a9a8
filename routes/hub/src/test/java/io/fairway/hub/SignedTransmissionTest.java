package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.signing.Cades;
import io.fairway.signing.Certificates;
import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.DevelopmentAuthority.Purpose;
import io.fairway.signing.KeyFile;
import io.fairway.signing.SigningKey;
import io.fairway.signing.Suite;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.evidence.EvidenceVerdict;
import io.fairway.signing.evidence.EvidenceVerdict.Part;
import io.fairway.signing.evidence.EvidenceVerifier;
import io.fairway.web.HttpCaller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Step 3 on the whole hub: what parties sign, and what becomes of it. */
class SignedTransmissionTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Path KEYS = HUB.process().home().resolve("keys");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");
    private static SigningKey key;

    @BeforeAll
    static void theForwarderEnrolsItsKey() throws Exception {
        char[] password = Files.readString(KEYS.resolve("seal.password")).toCharArray();
        var authority = DevelopmentAuthority.of(new KeyFile(KEYS.resolve("authority.p12"), password).open().getFirst());
        key = authority.issue("CN=Hub Customs Brokerage", Suite.ECDSA_P256_SHA256, Purpose.SIGNING, Instant.now().minusSeconds(60), Period.ofYears(1));
        String jwk = new ECKey.Builder(ECKey.parse(key.certificate())).x509CertChain(null).x509CertSHA256Thumbprint(null)
                .keyIDFromThumbprint().build().toJSONString();
        JsonNode act = HUB.party("HUBFWD.anna").create("/api/parties/HUBFWD/keys", Map.of("jwk", jwk, "purpose", "signing",
                "validUntil", Instant.now().plus(Duration.ofDays(90)).toString()));
        HUB.party("HUBFWD.bo").create("/api/approvals/" + act.path("id").asText() + "/confirmation", Map.of());
    }

    @Test
    void readsWhatItsSenderSignedAndKeepsTheSignatureAsEvidence() throws Exception {
        Shipment shipment = manifested();
        byte[] declaration = Voyages.cusdec(shipment, "S" + HUB.freshSeed());

        JsonNode sent = HttpCaller.json(FORWARDER.post(declaration, "Fairway-Signature", signature(declaration)));

        assertThat(sent.at("/interchanges/0/interchange/verdict").asText()).as(sent.toPrettyString()).isEqualTo("accepted");
        String original = "originals/" + sent.path("id").asText() + ".edi";
        EvidenceVerdict evidence = verified(FORWARDER.get("/api/interchanges/" + sent.at("/interchanges/0/interchange/id").asText() + "/evidence").body());
        assertThat(evidence.indication()).isEqualTo("TOTAL-PASSED");
        assertThat(evidence.parts()).filteredOn(part -> part.path().equals(original)).extracting(Part::checked)
                .singleElement().asString().contains("signed by CN=Hub Customs Brokerage");
    }

    @Test
    void readsNothingOfWhatAnotherPartySignedAndLeavesItsReferenceFree() {
        Shipment shipment = manifested();
        byte[] declaration = Voyages.cusdec(shipment, "T" + HUB.freshSeed());
        byte[] other = Voyages.cusdec(shipment, "U" + HUB.freshSeed());

        JsonNode byStranger = HttpCaller.json(HUB.party("OTHERFWD").post(declaration, "Fairway-Signature", signature(declaration)));
        JsonNode ofOther = HttpCaller.json(FORWARDER.post(declaration, "Fairway-Signature", signature(other)));
        JsonNode mended = HttpCaller.json(FORWARDER.post(declaration, "Fairway-Signature", signature(declaration)));

        assertThat(byStranger.at("/findings/0/code").asText()).as(byStranger.toPrettyString()).isEqualTo("SIG-009");
        assertThat(byStranger.path("state").asText()).isEqualTo("unreadable");
        assertThat(ofOther.at("/findings/0/code").asText()).isEqualTo("SIG-003");
        assertThat(mended.at("/interchanges/0/interchange/verdict").asText()).as(mended.toPrettyString()).isEqualTo("accepted");
        assertThat(FORWARDER.post(declaration, "Fairway-Signature", "no base64!").statusCode()).isEqualTo(400);
    }

    private static Shipment manifested() {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(shipment), "M" + HUB.freshSeed()));
        return shipment;
    }

    private static String signature(byte[] content) {
        return Base64.getEncoder().encodeToString(Cades.sign(content, key, Instant.now()));
    }

    private static EvidenceVerdict verified(byte[] container) throws Exception {
        var roots = Set.copyOf(Certificates.fromPem(Files.readAllBytes(KEYS.resolve("trust/roots.pem"))));
        return new EvidenceVerifier(TrustPolicy.of(roots).withTimestampers(roots)).verify(container, Instant.now().plusSeconds(1));
    }
}
