package io.fairway.web.soap;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.stream.Collectors;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** Signs body and timestamp of every answer with the hub's own key, so that an acknowledgment can be shown to others. */
final class SignedAnswers {
    private static final String ALIAS = "hub";
    private static final String PASSWORD = "in memory only";
    private static final String CRYPTO = "own";
    private static final int LASTS_SECONDS = 300;

    private SignedAnswers() {
    }

    /** @param key RSA @param certificate of the key */
    static WSS4JOutInterceptor by(PrivateKey key, X509Certificate certificate) {
        var crypto = new Merlin();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, PASSWORD.toCharArray(), new Certificate[] {certificate});
            crypto.setKeyStore(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A key store in memory takes every key", e);
        }
        CallbackHandler password = SignedAnswers::unlock;
        return new WSS4JOutInterceptor(Map.ofEntries(
                Map.entry(ConfigurationConstants.ACTION, ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE),
                Map.entry(ConfigurationConstants.SIG_PROP_REF_ID, CRYPTO), Map.entry(CRYPTO, crypto),
                Map.entry(ConfigurationConstants.USER, ALIAS), Map.entry(ConfigurationConstants.PW_CALLBACK_REF, password),
                Map.entry(ConfigurationConstants.SIG_KEY_ID, "DirectReference"),
                Map.entry(ConfigurationConstants.SIG_ALGO, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
                Map.entry(ConfigurationConstants.SIG_DIGEST_ALGO, Names.XENC + "sha256"),
                Map.entry(ConfigurationConstants.TTL_TIMESTAMP, Integer.toString(LASTS_SECONDS)),
                Map.entry(ConfigurationConstants.SIGNATURE_PARTS, "{Element}{" + Names.WSU + "}Timestamp"),
                Map.entry(ConfigurationConstants.OPTIONAL_SIGNATURE_PARTS, Names.ENVELOPES.stream()
                        .map(version -> "{Element}{" + version + "}Body").collect(Collectors.joining(";")))));
    }

    private static void unlock(Callback... callbacks) {
        for (Callback callback : callbacks) {
            if (callback instanceof WSPasswordCallback asked) {
                asked.setPassword(PASSWORD);
            }
        }
    }
}
