package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.BusFactory;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A client that knows nothing but the published contract and its own key: the policy in the contract tells it what to sign. */
class SoapContractTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final String CONTRACT = "http://127.0.0.1:" + HUB.port() + "/services/single-window?wsdl";
    private static final String PASSWORD = "test";

    @Test
    void aClientMadeFromTheContractAloneIsAnsweredAndVerifiesTheAnswer() throws Exception {
        Dispatch<Source> client = client(SoapKeys.rsa().enrolled(HUB, "HUBLINE"));

        var answer = new DOMResult();
        TransformerFactory.newDefaultInstance().newTransformer().transform(client.invoke(request("FetchAnswers")), answer);

        assertThat(((Document) answer.getNode()).getDocumentElement().getLocalName()).isEqualTo("FetchAnswersResponse");
    }

    @Test
    void itHearsWhyItIsRefused() throws Exception {
        Dispatch<Source> client = client(SoapKeys.rsa());

        assertThatThrownBy(() -> client.invoke(request("FetchAnswers"))).isInstanceOf(SOAPFaultException.class)
                .hasMessageContaining("Expected a certificate whose key a party enrolled for signing.");
    }

    private static DOMSource request(String name) {
        Document document = SoapEnvelope.parse(("<" + name + " xmlns=\"" + SoapEnvelope.WINDOW + "\"/>").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Element root = document.getDocumentElement();
        return new DOMSource(root);
    }

    private static Dispatch<Source> client(SoapKeys keys) throws IOException, GeneralSecurityException {
        BusFactory.setThreadDefaultBus(BusFactory.newInstance().createBus());
        var service = Service.create(URI.create(CONTRACT).toURL(), new QName(SoapEnvelope.WINDOW, "SingleWindow"));
        Dispatch<Source> client = service.createDispatch(new QName(SoapEnvelope.WINDOW, "SingleWindowPort"), Source.class, Service.Mode.PAYLOAD);
        CallbackHandler password = callbacks -> ((WSPasswordCallback) callbacks[0]).setPassword(PASSWORD);
        client.getRequestContext().putAll(Map.of(
                "find.dispatch.operation", true,
                SecurityConstants.SIGNATURE_CRYPTO, crypto(keys), SecurityConstants.SIGNATURE_USERNAME, "own",
                SecurityConstants.ENCRYPT_CRYPTO, trusting(), SecurityConstants.CALLBACK_HANDLER, password,
                SecurityConstants.ENABLE_TIMESTAMP_CACHE, "false",
                SecurityConstants.ASYMMETRIC_SIGNATURE_ALGORITHM, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"));
        return client;
    }

    private static Merlin crypto(SoapKeys keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", keys.privateKey(), PASSWORD.toCharArray(), new Certificate[] {keys.certificate()});
        var crypto = new Merlin();
        crypto.setKeyStore(store);
        return crypto;
    }

    /** What the operator of the hub hands out beside the contract: the certificate it signs answers with. */
    private static Merlin trusting() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(HUB.process().home().resolve("keys/soap.p12"))) {
            store.load(in, new char[0]);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("hub", store.getCertificate("hub"));
        var crypto = new Merlin();
        crypto.setTrustStore(trusted);
        return crypto;
    }
}
