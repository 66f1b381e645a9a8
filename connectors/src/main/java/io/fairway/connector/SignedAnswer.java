package io.fairway.connector;

import io.fairway.connector.SoapDelivery.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.cache.ReplayCache;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.validate.NoOpValidator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The answer to one call: kept as it came, its one signature verified by WSS4J, and read from the Body that this signature covers, wherever
 * another Body may stand. Whose key it is and for which message the answer is, others judge.
 */
final class SignedAnswer extends WSS4JInInterceptor {
    private static final int MOST_BYTES = 64 * 1024;
    private static final String CRYPTO = "tokens";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final Set<String> TRANSFORMS = Set.of("http://www.w3.org/2001/10/xml-exc-c14n#");
    private static final String SHA1 = "sha1";

    private byte[] envelope = new byte[0];
    private int status;
    private Optional<Outcome> outcome = Optional.empty();

    SignedAnswer() {
        super(Map.of(ConfigurationConstants.ACTION, ConfigurationConstants.SIGNATURE + " " + ConfigurationConstants.TIMESTAMP,
                ConfigurationConstants.SIG_VER_PROP_REF_ID, CRYPTO, CRYPTO, new Merlin(), ConfigurationConstants.IS_BSP_COMPLIANT, "false",
                VALIDATOR_MAP, Map.of(WSConstants.SIGNATURE, new NoOpValidator(), WSConstants.TIMESTAMP, new NoOpValidator())));
    }

    Outcome outcome() {
        return status / 100 != 2 ? new Outcome.NotAnswered("Status " + status) : outcome.orElseGet(() -> new Outcome.NotAnswered("No signed answer"));
    }

    /** None: the answer names the one message it is for, so that it is worth as much the second time. */
    @Override
    protected @Nullable ReplayCache getReplayCache(SoapMessage message, String enabling, String instance) {
        return null;
    }

    @Override
    protected void checkActions(SoapMessage message, List<WSSecurityEngineResult> results, List<Integer> actions) {
        List<WSSecurityEngineResult> signatures = results.stream()
                .filter(result -> Integer.valueOf(WSConstants.SIGN).equals(result.get(WSSecurityEngineResult.TAG_ACTION))).toList();
        outcome = Optional.of(signatures.size() == 1 ? read(signatures.getFirst()) : new Outcome.NotAnswered("Expected an answer with one signature"));
    }

    private Outcome read(WSSecurityEngineResult signature) {
        if (String.valueOf(signature.get(WSSecurityEngineResult.TAG_SIGNATURE_METHOD)).contains(SHA1)
                || !(signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE) instanceof X509Certificate signer)) {
            return new Outcome.NotAnswered("Expected a signature by an X.509 token with SHA-256 or longer");
        }
        List<?> covered = signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> list ? list : List.of();
        return covered.stream().flatMap(reference -> reference instanceof WSDataRef found ? body(found).stream() : Optional.<Element>empty().stream())
                .findFirst().<Outcome>map(body -> new Outcome.Answered(signer, text(body, "messageId"), text(body, "sha256"), envelope))
                .orElseGet(() -> new Outcome.NotAnswered("Expected an answer whose Body is signed as it is"));
    }

    private static Optional<Element> body(WSDataRef reference) {
        boolean asItIs = reference.getTransformAlgorithms() == null || TRANSFORMS.containsAll(reference.getTransformAlgorithms());
        boolean strong = !String.valueOf(reference.getDigestAlgorithm()).contains(SHA1);
        return Optional.ofNullable(reference.getProtectedElement())
                .filter(element -> asItIs && strong && SOAP_12.equals(element.getNamespaceURI()) && "Body".equals(element.getLocalName()));
    }

    private static String text(Element body, String name) {
        return Optional.ofNullable(DOMUtils.getFirstElement(body)).filter(root -> "DeliverResponse".equals(root.getLocalName()))
                .flatMap(root -> Optional.ofNullable(DOMUtils.getFirstChildWithName(root, SoapDelivery.NAMESPACE, name)))
                .map(element -> element.getTextContent().strip()).orElse("");
    }

    /** Reads the answer whole, within its limit, before anything looks at it. */
    AbstractPhaseInterceptor<Message> keeper() {
        return new Keeper();
    }

    private final class Keeper extends AbstractPhaseInterceptor<Message> {
        Keeper() {
            super(Phase.RECEIVE);
            getBefore().add("*");
        }

        @Override
        public void handleMessage(Message message) {
            status = message.get(Message.RESPONSE_CODE) instanceof Integer code ? code : 0;
            try (InputStream content = message.getContent(InputStream.class)) {
                if (content == null) {
                    return;
                }
                envelope = content.readNBytes(MOST_BYTES + 1);
            } catch (IOException e) {
                throw new Fault(e);
            }
            if (envelope.length > MOST_BYTES) {
                throw new Fault(new IOException("An answer of more than " + MOST_BYTES + " bytes"));
            }
            message.setContent(InputStream.class, new ByteArrayInputStream(envelope));
        }
    }
}
