package io.fairway.signing;

import static io.fairway.signing.Pki.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others' tools say of our signatures (P9). Each test skips where its tool is not installed. */
class PublicToolsTest {
    private static final byte[] CONTENT = "UNB+UNOC:3+BLUE+PORT+260302:0115+7'UNZ+0+7'".getBytes(StandardCharsets.US_ASCII);
    private static final String SECONDS = String.valueOf(NOW.getEpochSecond());
    private final Pki pki = Pki.SHARED;

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void writesTheRoot() throws Exception {
        root = pem("root.pem", pki.authority().root().certificate());
    }

    @Test
    void opensslVerifiesCades() throws Exception {
        Path content = file("content.edi", CONTENT);
        Path signature = file("content.p7s", CadesLevels.timestamp(Cades.sign(CONTENT, pki.carrier(), NOW), pki.timeAt(NOW)));
        Path changed = file("changed.edi", Arrays.copyOf(CONTENT, CONTENT.length - 1));

        assertThat(openssl("cms", signature, content)).contains("CMS Verification successful");
        assertThat(openssl("cms", signature, changed)).doesNotContain("successful");
    }

    private String openssl(String command, Path signature, Path content) throws Exception {
        return run("openssl", command, "-verify", "-binary", "-inform", "DER", "-in", signature.toString(), "-content", content.toString(),
                "-CAfile", root.toString(), "-purpose", "any", "-attime", SECONDS, "-out", folder.resolve("out").toString());
    }

    @Test
    void opensslVerifiesTheTimestampInIt() throws Exception {
        byte[] signature = CadesLevels.timestamp(Cades.sign(CONTENT, pki.carrier(), NOW), pki.timeAt(NOW));
        SignerInformation signer = new CMSSignedData(signature).getSignerInfos().getSigners().iterator().next();
        byte[] token = signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken).getAttrValues().getObjectAt(0)
                .toASN1Primitive().getEncoded();
        Path value = file("value", signer.getSignature());

        assertThat(run("openssl", "ts", "-verify", "-data", value.toString(), "-in", file("token", token).toString(), "-token_in",
                "-CAfile", root.toString(), "-attime", SECONDS)).contains("Verification: OK");
    }

    @Test
    void xmlsec1VerifiesXades() throws Exception {
        byte[] signed = Xades.signEnveloped("<Declaration xmlns=\"urn:d\"><LRN>1</LRN></Declaration>".getBytes(StandardCharsets.UTF_8),
                pki.carrier(), NOW);
        Path changed = file("changed.xml", new String(signed, StandardCharsets.UTF_8).replace("<LRN>1", "<LRN>2").getBytes(StandardCharsets.UTF_8));

        assertThat(xmlsec(file("signed.xml", signed))).contains("OK").doesNotContain("FAIL");
        assertThat(xmlsec(changed)).contains("FAIL");
    }

    private String xmlsec(Path xml) throws Exception {
        return run("xmlsec1", "--verify", "--id-attr:Id", XmlDom.XADES + ":SignedProperties", "--trusted-pem", root.toString(),
                "--verification-time", "2026-03-02 01:15:00", xml.toString());
    }

    @Test
    void pdfsigFindsThePadesSignatureValid() throws Exception {
        Path pdf = file("signed.pdf", Pades.sign(paper(), pki.carrier(), Optional.empty(), NOW, Optional.of(pki.timeAt(NOW))));

        assertThat(run("pdfsig", "-nocert", pdf.toString())).contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
    }

    private static byte[] paper() throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path pem(String name, X509Certificate certificate) throws Exception {
        return Files.writeString(folder.resolve(name), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n");
    }

    private String run(String... command) throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(":")).anyMatch(place -> Files.isExecutable(Path.of(place, command[0])));
        assumeTrue(there, command[0] + " is not installed");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(log);
    }
}
