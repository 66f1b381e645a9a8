package io.fairway.web.soap;

import static io.fairway.web.soap.SoapCode.ACTION_REFUSED;
import static io.fairway.web.soap.SoapCode.ADDRESS_REFUSED;
import static io.fairway.web.soap.SoapCode.CALL_REPLAYED;
import static io.fairway.web.soap.SoapCode.PART_MISPLACED;
import static io.fairway.web.soap.SoapCode.REQUEST_INVALID;
import static io.fairway.web.soap.SoapCode.SIGNATURE_INVALID;

import io.fairway.usecase.SignedCalls;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.binding.soap.SoapMessage;
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
 * Has WSS4J verify the one signature, then asks what it verified: by the certificate that was looked at, over the very elements that are
 * read. Then, and only then, is the call remembered, so that nobody fills the memory with calls that are not his. The Basic Security Profile
 * is not held against who signs all that has to be signed.
 */
final class SignatureCheck extends WSS4JInInterceptor {
    private static final String CRYPTO = "tokens";

    private final SignedCalls calls;
    private final Set<String> addresses;
    private final InstantSource clock;

    /** @param addresses that name this service */
    SignatureCheck(SignedCalls calls, Set<String> addresses, InstantSource clock) {
        super(Map.of(ConfigurationConstants.ACTION, ConfigurationConstants.SIGNATURE + " " + ConfigurationConstants.TIMESTAMP,
                ConfigurationConstants.SIG_VER_PROP_REF_ID, CRYPTO, CRYPTO, new Merlin(),
                ConfigurationConstants.IS_BSP_COMPLIANT, "false", ConfigurationConstants.EXPAND_XOP_INCLUDE, "true",
                VALIDATOR_MAP, Map.of(WSConstants.SIGNATURE, new NoOpValidator(), WSConstants.TIMESTAMP, new NoOpValidator())));
        this.calls = calls;
        this.addresses = Set.copyOf(addresses);
        this.clock = clock;
    }

    /** None: a memory of this process alone would forget with it, and would refuse under the wrong name. */
    @Override
    protected @Nullable ReplayCache getReplayCache(SoapMessage message, String enabling, String instance) {
        return null;
    }

    @Override
    protected void checkActions(SoapMessage message, List<WSSecurityEngineResult> results, List<Integer> actions) {
        CallShape.Claim claim = message.get(CallShape.Claim.class);
        if (claim == null) {
            throw new IllegalStateException("The shape of a call is looked at first");
        }
        requireVerified(claim, results);
        SignedEnvelope envelope = claim.envelope();
        if (!addresses.contains(Dom.text(envelope.to()))) {
            throw SoapRefusedException.of(ADDRESS_REFUSED, "To", "Expected the address of this service.");
        }
        Element request = request(envelope);
        if (!Dom.text(envelope.action()).equals(Names.WINDOW + ":" + request.getLocalName())) {
            throw SoapRefusedException.of(ACTION_REFUSED, "Action", "Expected " + Names.WINDOW + ":" + request.getLocalName() + ".");
        }
        if (!calls.firstSeen(claim.scope().digest(), claim.holder().caller().party(), clock.instant(), claim.freshness().endsAt())) {
            throw SoapRefusedException.of(CALL_REPLAYED, "Signature", "Expected a call that was not let through before; sign it anew.");
        }
        new SignedCall(claim.holder().caller(), request, envelope.messageId().map(Dom::text)).attachTo(message);
    }

    private static void requireVerified(CallShape.Claim claim, List<WSSecurityEngineResult> results) {
        List<WSSecurityEngineResult> signatures = results.stream()
                .filter(result -> Integer.valueOf(WSConstants.SIGN).equals(result.get(WSSecurityEngineResult.TAG_ACTION))).toList();
        if (signatures.size() != 1
                || !claim.holder().certificate().equals(signatures.getFirst().get(WSSecurityEngineResult.TAG_X509_CERTIFICATE))) {
            throw SoapRefusedException.of(SIGNATURE_INVALID, "Signature", "Expected one signature by the token's certificate.");
        }
        List<?> covered = signatures.getFirst().get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> list ? list : List.of();
        for (Element part : claim.envelope().toBeSigned()) {
            if (covered.stream().noneMatch(reference -> reference instanceof WSDataRef found
                    && part.isSameNode(Dom.bare(found.getProtectedElement())))) {
                throw SoapRefusedException.of(PART_MISPLACED, part.getLocalName(), "Expected the signed element where it is read.");
            }
        }
    }

    private static Element request(SignedEnvelope envelope) {
        List<Element> children = Dom.children(envelope.body());
        if (children.size() != 1 || !Names.WINDOW.equals(children.getFirst().getNamespaceURI())) {
            throw SoapRefusedException.of(REQUEST_INVALID, "Body", "Expected one request of " + Names.WINDOW + ".");
        }
        Dom.walk(children.getFirst(), element -> {
            if (Dom.is(element, Names.XOP, "Include")) {
                throw SoapRefusedException.of(SIGNATURE_INVALID, "Include", "Expected an attachment that the message has.");
            }
        });
        return children.getFirst();
    }
}
