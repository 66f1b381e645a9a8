package io.fairway.connector;

import io.fairway.connector.SoapDelivery.Key;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.w3c.dom.Element;

/** Headers of a call: where to, what for, which message (WS-Addressing 1.0, 3.2), and the signature over them. */
final class CallHeaders extends AbstractSoapInterceptor {
    static final String ACTION = SoapDelivery.NAMESPACE + ":Deliver";
    private static final String WSA = "http://www.w3.org/2005/08/addressing";
    private static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final String ALIAS = "hub";
    private static final String PASSWORD = "in memory only";
    private static final String CRYPTO = "own";
    private static final int LASTS_SECONDS = 300;

    private final URI address;
    private final String id;

    CallHeaders(URI address, String id) {
        super(Phase.PRE_LOGICAL);
        this.address = address;
        this.id = id;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        add(message, "To", address.toString());
        add(message, "Action", ACTION);
        add(message, "MessageID", "urn:uuid:" + id);
    }

    private static void add(SoapMessage message, String name, String text) {
        Element element = DOMUtils.createDocument().createElementNS(WSA, "wsa:" + name);
        element.setTextContent(text);
        message.getHeaders().add(new SoapHeader(new QName(WSA, name), element));
    }

    static WSS4JOutInterceptor signedBy(Key own) {
        CallbackHandler password = CallHeaders::unlock;
        return new WSS4JOutInterceptor(Map.ofEntries(
                Map.entry(ConfigurationConstants.ACTION, ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE),
                Map.entry(ConfigurationConstants.SIG_PROP_REF_ID, CRYPTO), Map.entry(CRYPTO, crypto(own)),
                Map.entry(ConfigurationConstants.USER, ALIAS), Map.entry(ConfigurationConstants.PW_CALLBACK_REF, password),
                Map.entry(ConfigurationConstants.SIG_KEY_ID, "DirectReference"),
                Map.entry(ConfigurationConstants.SIG_ALGO, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
                Map.entry(ConfigurationConstants.SIG_DIGEST_ALGO, "http://www.w3.org/2001/04/xmlenc#sha256"),
                Map.entry(ConfigurationConstants.TTL_TIMESTAMP, Integer.toString(LASTS_SECONDS)),
                Map.entry(ConfigurationConstants.SIGNATURE_PARTS, part(WSU, "Timestamp") + part(SOAP_12, "Body") + part(WSA, "To")
                        + part(WSA, "Action") + part(WSA, "MessageID"))));
    }

    private static String part(String namespace, String name) {
        return "{Element}{" + namespace + "}" + name + ";";
    }

    private static Merlin crypto(Key own) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, own.key(), PASSWORD.toCharArray(), new Certificate[] {own.certificate()});
            var crypto = new Merlin();
            crypto.setKeyStore(store);
            return crypto;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A key store in memory takes every key", e);
        }
    }

    private static void unlock(Callback... callbacks) {
        for (Callback callback : callbacks) {
            if (callback instanceof WSPasswordCallback asked) {
                asked.setPassword(PASSWORD);
            }
        }
    }
}
