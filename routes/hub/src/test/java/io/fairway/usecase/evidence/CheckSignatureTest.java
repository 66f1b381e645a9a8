package io.fairway.usecase.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Fixtures;
import io.fairway.signing.Cades;
import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.DevelopmentAuthority.Purpose;
import io.fairway.signing.Jws;
import io.fairway.signing.SigningKey;
import io.fairway.signing.Suite;
import io.fairway.signing.Xades;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.ReceivedTransmission;
import io.fairway.usecase.TransmissionId;
import io.fairway.usecase.evidence.SignatureCheck.Checked;
import io.fairway.usecase.evidence.SignatureProfile.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 3, form by form. */
class CheckSignatureTest {
    private static final PartyId LINE = new PartyId("HUBLINE");
    private static final PartyId STRICT = new PartyId("STRICTLINE");
    private static final byte[] MANIFEST = Fixtures.bytes("voyage/01-manifest.edi");
    private static final byte[] XML = "<Manifest><Bill>B1</Bill></Manifest>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] JSON = "{\"bill\":\"B1\"}".getBytes(StandardCharsets.UTF_8);

    private TestHubKeys keys;
    private SigningKey line;
    private SigningKey other;
    private CheckSignature check;

    @BeforeEach
    void preparesTwoParties() throws Exception {
        keys = new TestHubKeys();
        line = keys.issue("CN=Hub Line", Suite.ECDSA_P256_SHA256);
        other = keys.issue("CN=Other Line", Suite.ECDSA_P256_SHA256);
        check = with(line);
    }

    private CheckSignature with(SigningKey own) {
        SignatureProfiles profiles = party -> party.equals(STRICT) ? SignatureProfile.read("CADES", Inbound.DEMANDED) : SignatureProfile.STANDARD;
        return new CheckSignature(profiles, keys, (party, certificate) -> certificate.equals(own.certificate()));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void takesASignatureBesideTheBytesOfEverySuite(Suite suite) throws Exception {
        SigningKey own = keys.issue("CN=Hub Line", suite);

        assertThat(read(with(own).check(sent(MANIFEST, "application/edifact", Cades.sign(MANIFEST, own, TestHubKeys.NOW))))).isEqualTo(MANIFEST);
    }

    @Test
    void readsOfSignedXmlAndJsonExactlyWhatIsCovered() {
        byte[] xml = Xades.signEnveloped(XML, line, TestHubKeys.NOW);
        byte[] jws = Jws.sign(JSON, line, Jws.Naming.CHAIN, TestHubKeys.NOW).getBytes(StandardCharsets.US_ASCII);

        assertThat(read(check.check(sent(xml, "application/xml")))).isEqualTo(XML);
        assertThat(read(check.check(sent(jws, "application/jose")))).isEqualTo(JSON);
    }

    @Test
    void readsWhatIsUnsignedUnlessASignatureIsDemanded() {
        assertThat(read(check.check(sent(MANIFEST, "application/edifact")))).isEqualTo(MANIFEST);
        assertThat(code(check.check(from(STRICT, XML, "application/xml", Optional.empty())))).isEqualTo("SIG-002");
        assertThat(code(check.check(from(STRICT, JSON, "application/json", Optional.empty())))).isEqualTo("SIG-002");
    }

    @Test
    void refusesTheRightSignatureOfTheWrongParty() {
        byte[] byOther = Cades.sign(MANIFEST, other, TestHubKeys.NOW);

        Checked checked = check.check(sent(MANIFEST, "application/edifact", byOther));

        assertThat(code(checked)).isEqualTo("SIG-009");
        assertThat(((Checked.Refused) checked).finding().found()).contains("CN=Other Line");
        assertThat(code(check.check(sent(Xades.signEnveloped(XML, other, TestHubKeys.NOW), "application/xml")))).isEqualTo("SIG-009");
    }

    @Test
    void refusesOtherContentStrangersAndWhatIsNoSignature() throws Exception {
        var strangers = DevelopmentAuthority.create("CN=Elsewhere", Suite.ECDSA_P256_SHA256, TestHubKeys.NOW.minusSeconds(60));
        SigningKey stranger = strangers.issue("CN=Hub Line", Suite.ECDSA_P256_SHA256, Purpose.SIGNING, TestHubKeys.NOW.minusSeconds(60),
                Period.ofYears(1));
        byte[] onOther = Cades.sign(XML, line, TestHubKeys.NOW);
        byte[] changed = new String(Xades.signEnveloped(XML, line, TestHubKeys.NOW), StandardCharsets.UTF_8).replace(">B1<", ">B2<")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(code(check.check(sent(MANIFEST, "application/edifact", onOther)))).isEqualTo("SIG-003");
        assertThat(code(check.check(sent(changed, "application/xml")))).isEqualTo("SIG-003");
        assertThat(code(check.check(sent(MANIFEST, "application/edifact", new byte[] {1})))).isEqualTo("SIG-001");
        assertThat(code(with(stranger).check(sent(MANIFEST, "application/edifact", Cades.sign(MANIFEST, stranger, TestHubKeys.NOW)))))
                .isEqualTo("SIG-010");
        assertThat(code(check.check(sent(JSON, "application/jose")))).isEqualTo("SIG-001");
    }

    private static byte[] read(Checked checked) {
        assertThat(checked).isInstanceOf(Checked.Content.class);
        return ((Checked.Content) checked).bytes();
    }

    private static String code(Checked checked) {
        assertThat(checked).isInstanceOf(Checked.Refused.class);
        return ((Checked.Refused) checked).finding().code();
    }

    private static ReceivedTransmission sent(byte[] bytes, String type) {
        return from(LINE, bytes, type, Optional.empty());
    }

    private static ReceivedTransmission sent(byte[] bytes, String type, byte[] signature) {
        return from(LINE, bytes, type, Optional.of(signature));
    }

    private static ReceivedTransmission from(PartyId party, byte[] bytes, String type, Optional<byte[]> signature) {
        return new ReceivedTransmission(new TransmissionId(UUID.randomUUID()), party, bytes, type, signature, "rest", TestHubKeys.NOW, "");
    }
}
