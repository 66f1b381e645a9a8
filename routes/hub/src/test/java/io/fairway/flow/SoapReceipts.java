package io.fairway.flow;

import io.fairway.fixture.Fixtures;
import io.fairway.signing.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What an authority answers to {@code Deliver}, signed by WSS4J. */
record SoapReceipts(SigningKey key) {
    /** A key as the hub has one for SOAP. */
    static final Own RSA = rsa();
    private static final String PASSWORD = "test";

    /** Key and certificate. */
    record Own(PrivateKey key, X509Certificate certificate) {
    }

    private static Own rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            KeyPair pair = generator.generateKeyPair();
            var name = new X500Name("CN=A hub");
            var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2099-01-01T00:00:00Z")), name, pair.getPublic());
            return new Own(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plain envelope. */
    static String plain(String messageId, String sha256) {
        return Fixtures.text("soap/deliver-response.xml").replace("@ID@", messageId).replace("@SHA256@", sha256);
    }

    /** Signed over its body. */
    String signed(String envelope) {
        return signed(envelope, "Body");
    }

    /** Signed over another part. */
    String signed(String envelope, String part) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(envelope.getBytes(StandardCharsets.UTF_8)));
            var header = new WSSecHeader(document);
            header.insertSecurityHeader();
            new WSSecTimestamp(header).build();
            var signature = new WSSecSignature(header);
            signature.setUserInfo("own", PASSWORD);
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            signature.setSignatureAlgorithm("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
            signature.setDigestAlgo("http://www.w3.org/2001/04/xmlenc#sha256");
            signature.getParts().addAll(List.of(new WSEncryptionPart(part, part.equals("Body") ? WSConstants.URI_SOAP12_ENV : WSConstants.WSU_NS, "Element")));
            signature.build(crypto());
            var out = new StringWriter();
            TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (SAXException | IOException | ParserConfigurationException | WSSecurityException | GeneralSecurityException | TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private Merlin crypto() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key.key(), PASSWORD.toCharArray(), new Certificate[] {key.certificate()});
        var crypto = new Merlin();
        crypto.setKeyStore(store);
        return crypto;
    }
}
