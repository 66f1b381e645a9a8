package io.fairway.signing;

import static io.fairway.signing.Pki.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.signing.Verdict.Indeterminate;
import io.fairway.signing.Verdict.TotalFailed;
import io.fairway.signing.Verdict.TotalPassed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class XadesTest {
    private static final String XML = "<?xml version=\"1.0\"?><d:Declaration xmlns:d=\"urn:d\" b=\"2\" a='1'><!-- note --><d:LRN>LRN 1 &amp; 2</d:LRN>"
            + "<Item xmlns=\"urn:i\" Id=\"i1\">箱</Item></d:Declaration>";
    private final Pki pki = Pki.SHARED;

    @ParameterizedTest
    @EnumSource(names = {"ECDSA_P256_SHA256", "RSA_PSS_SHA256"})
    void passesAndHandsOutTheDocumentWithoutSignatureAndComments(Suite suite) {
        byte[] signed = Xades.signEnveloped(bytes(XML), pki.carrier(suite), NOW);

        assertThat(new XadesVerifier(pki.policy(suite)).verifyEnveloped(signed, NOW)).isInstanceOfSatisfying(TotalPassed.class, passed -> {
            assertThat(text(passed.content().bytes())).isEqualTo("<d:Declaration xmlns:d=\"urn:d\" a=\"1\" b=\"2\">"
                    + "<d:LRN>LRN 1 &amp; 2</d:LRN><Item xmlns=\"urn:i\" Id=\"i1\">箱</Item></d:Declaration>");
            assertThat(passed.signedAt()).contains(NOW);
            assertThat(passed.signer()).isEqualTo(pki.carrier(suite).certificate());
        });
        assertThat(text(signed)).contains("<!-- note -->");
    }

    @Test
    void neverPassesOtherContentWhateverByteIsFlipped() {
        byte[] signed = Xades.signEnveloped(bytes(XML), pki.carrier(), NOW);
        var verifier = new XadesVerifier(pki.policy());
        byte[] content = ((TotalPassed) verifier.verifyEnveloped(signed, NOW)).content().bytes();

        for (int i = 0; i < signed.length; i++) {
            byte[] changed = signed.clone();
            changed[i] ^= 0x01;
            if (verifier.verifyEnveloped(changed, NOW) instanceof TotalPassed passed) {
                assertThat(passed.content().bytes()).isEqualTo(content);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LRN 2", "LRN 1 &amp; 3"})
    void findsAChangedWord(String word) {
        assertThat(enveloped(signed().replace("LRN 1 &amp; 2", word))).isEqualTo(SignatureFault.CONTENT_CHANGED);
    }

    @Test
    void refusesWrappingInItsVariants() {
        String signed = signed();
        String signature = signed.substring(signed.indexOf("<ds:Signature "), signed.indexOf("</ds:Signature>") + "</ds:Signature>".length());
        String original = signed.replace(signature, "");

        assertThat(enveloped("<d:Declaration xmlns:d=\"urn:d\"><d:LRN>EVIL</d:LRN><x>" + signed + "</x></d:Declaration>"))
                .isEqualTo(SignatureFault.COVERS_OTHER_CONTENT);
        assertThat(enveloped("<d:Declaration xmlns:d=\"urn:d\"><d:LRN>EVIL</d:LRN>"
                + signature.replace("</ds:Signature>", "<ds:Object>" + original + "</ds:Object></ds:Signature>") + "</d:Declaration>"))
                .isIn(SignatureFault.CONTENT_CHANGED, SignatureFault.MALFORMED);
        assertThat(enveloped(signed.replace("</d:Declaration>", signature + "</d:Declaration>"))).isEqualTo(SignatureFault.SIGNER_COUNT);
        assertThat(enveloped(signed.replace("URI=\"\"", "URI=\"#i1\""))).isEqualTo(SignatureFault.COVERS_OTHER_CONTENT);
        assertThat(enveloped(signed.replace("URI=\"\"", "URI=\"file:/etc/passwd\""))).isEqualTo(SignatureFault.OUTSIDE_REFERENCE);
        assertThat(enveloped(signed.replace("URI=\"\"", ""))).isEqualTo(SignatureFault.OUTSIDE_REFERENCE);
    }

    @Test
    void refusesDuplicateIdentifiers() {
        String signed = signed();
        String properties = signed.replaceFirst("(?s).*<xades:SignedProperties Id=\"([^\"]*)\".*", "$1");

        assertThat(enveloped(signed.replace("Id=\"i1\"", "Id=\"" + properties + '"'))).isEqualTo(SignatureFault.DUPLICATE_ID);
    }

    @Test
    void refusesForeignKeysAndTransformsAndWeakAlgorithms() throws Exception {
        String signed = signed();
        String other = new String(Xades.signEnveloped(bytes(XML), pki.other(), NOW), StandardCharsets.UTF_8);
        String certificate = other.replaceFirst("(?s).*?<ds:X509Certificate>([^<]*)<.*", "$1");

        assertThat(enveloped(signed.replaceFirst("<ds:X509Certificate>[^<]*<", "<ds:X509Certificate>" + certificate + '<')))
                .isEqualTo(SignatureFault.FOREIGN_KEY);
        assertThat(enveloped(signed.replace("<ds:KeyInfo>", "<ds:KeyInfo><ds:KeyValue/>"))).isEqualTo(SignatureFault.FOREIGN_KEY);
        assertThat(enveloped(signed.replace("<ds:Transforms>", "<ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/>")))
                .isEqualTo(SignatureFault.TRANSFORM_REFUSED);
        for (String path : List.of("<ds:XPath>not(ancestor-or-self::ds:Signature) or true()</ds:XPath>",
                "<ds:XPath xmlns:ds=\"urn:other\">not(ancestor-or-self::ds:Signature)</ds:XPath>",
                "<f:XPath xmlns:f=\"http://www.w3.org/2002/06/xmldsig-filter2\" Filter=\"subtract\">/descendant::ds:Signature</f:XPath>")) {
            assertThat(enveloped(signed.replaceFirst("<ds:Transform [^>]*enveloped-signature\"(/>|></ds:Transform>)",
                    "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">" + path + "</ds:Transform>")))
                    .isEqualTo(SignatureFault.TRANSFORM_REFUSED);
        }
        assertThat(enveloped(signed.replace("xmlenc#sha256", "xmldsig#sha1"))).isEqualTo(SignatureFault.WEAK_ALGORITHM);
        assertThat(enveloped(signed.replace("ecdsa-sha256", "hmac-sha256"))).isEqualTo(SignatureFault.WEAK_ALGORITHM);
        assertThat(enveloped(XML)).isEqualTo(SignatureFault.MISSING);
        assertThat(enveloped("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")).isEqualTo(SignatureFault.MALFORMED);
        assertThat(enveloped("<a>".repeat(5000))).isEqualTo(SignatureFault.MALFORMED);
        assertThat(enveloped("")).isEqualTo(SignatureFault.MALFORMED);
    }

    @Test
    void refusesTheRightSignatureOfTheWrongParty() throws Exception {
        byte[] signed = Xades.signEnveloped(bytes(XML), pki.other(), NOW);

        assertThat(fault(new XadesVerifier(pki.policy().expecting(TrustPolicy.exactly(pki.carrier().certificate()))).verifyEnveloped(signed, NOW)))
                .isEqualTo(SignatureFault.WRONG_PARTY);
    }

    @Test
    void verifiesNineYearsOnAndLongerWhenRenewed() throws Exception {
        byte[] archived = archive(Xades.signEnveloped(bytes(XML), pki.carrier(), NOW), Map.of());
        var verifier = new XadesVerifier(pki.policy().demandingRevocation().demandingTimestamp());
        Instant nineYearsOn = NOW.plusSeconds(9 * 365 * 86_400L);
        Instant fifteenYearsOn = NOW.plusSeconds(15 * 365 * 86_400L);

        assertThat(verifier.verifyEnveloped(archived, nineYearsOn)).isInstanceOfSatisfying(TotalPassed.class,
                passed -> assertThat(passed.provenAt()).isEqualTo(NOW.plusSeconds(5)));
        byte[] renewed = XadesLevels.archive(archived, Map.of(), pki.laterTimeAt(nineYearsOn));
        assertThat(new XadesVerifier(pki.policy()).verifyEnveloped(renewed, fifteenYearsOn)).isInstanceOf(TotalPassed.class);
        assertThat(new XadesVerifier(pki.policy()).verifyEnveloped(archived, fifteenYearsOn)).isInstanceOf(Indeterminate.class);
    }

    @Test
    void findsValidationMaterialThatWasChangedAfterArchiving() throws Exception {
        String archived = text(archive(Xades.signEnveloped(bytes(XML), pki.carrier(), NOW), Map.of()));

        assertThat(enveloped(archived.replaceFirst("<xades:EncapsulatedCRLValue>[^<]*</xades:EncapsulatedCRLValue>", "")))
                .isEqualTo(SignatureFault.TIMESTAMP_INVALID);
    }

    @Test
    void signsFilesThatLieBesideIt() throws Exception {
        Map<String, byte[]> files = Map.of("original.edi", bytes("UNB+1'"), "findings.json", bytes("{}"));
        byte[] signature = archive(Xades.signDetached(files, pki.carrier(), NOW), files);
        var verifier = new XadesVerifier(pki.policy().demandingTimestamp());

        assertThat(verifier.verifyDetached(signature, files, NOW.plusSeconds(200))).isInstanceOf(TotalPassed.class);
        assertThat(fault(verifier.verifyDetached(signature, Map.of("original.edi", bytes("UNB+2'"), "findings.json", bytes("{}")), NOW.plusSeconds(200))))
                .isEqualTo(SignatureFault.CONTENT_CHANGED);
        assertThat(fault(verifier.verifyDetached(signature, Map.of("original.edi", bytes("UNB+1'")), NOW.plusSeconds(200))))
                .isEqualTo(SignatureFault.OUTSIDE_REFERENCE);
        assertThat(fault(verifier.verifyDetached(signature, Map.of("original.edi", bytes("UNB+1'"), "findings.json", bytes("{}"), "more", bytes("")),
                NOW.plusSeconds(200)))).isEqualTo(SignatureFault.COVERS_OTHER_CONTENT);
    }

    @Test
    void signsNoDocumentTwiceAndNoneWithSm2() {
        byte[] signed = Xades.signEnveloped(bytes(XML), pki.carrier(), NOW);

        assertThatThrownBy(() -> Xades.signEnveloped(signed, pki.carrier(), NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Xades.signEnveloped(bytes(XML), pki.carrier(Suite.SM2_SM3), NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] archive(byte[] signed, Map<String, byte[]> files) throws Exception {
        byte[] stamped = XadesLevels.timestamp(signed, pki.timeAt(NOW.plusSeconds(5)));
        byte[] material = XadesLevels.withValidationMaterial(stamped, pki.chainCertificates(), List.of(pki.list(NOW.plusSeconds(60), Map.of()),
                pki.list(NOW.plusSeconds(9 * 365 * 86_400L - 60), Map.of())));
        return XadesLevels.archive(material, files, pki.timeAt(NOW.plusSeconds(120)));
    }

    private String signed() {
        return text(Xades.signEnveloped(bytes(XML), pki.carrier(), NOW));
    }

    private SignatureFault enveloped(String xml) {
        return fault(new XadesVerifier(pki.policy()).verifyEnveloped(bytes(xml), NOW.plusSeconds(200)));
    }

    private static SignatureFault fault(Verdict verdict) {
        return switch (verdict) {
            case TotalPassed passed -> throw new AssertionError("passed");
            case TotalFailed failed -> failed.fault();
            case Indeterminate open -> open.fault();
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
