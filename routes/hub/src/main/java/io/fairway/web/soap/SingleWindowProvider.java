package io.fairway.web.soap;

import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.evidence.EvidenceUnavailableException;
import io.fairway.usecase.registry.NotInGoodStandingException;
import io.fairway.web.FairShare;
import io.fairway.web.ProblemAdvice;
import io.fairway.web.ProblemCode;
import io.fairway.web.ProblemException;
import io.fairway.web.RateLimit;
import io.fairway.web.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.BindingType;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import jakarta.xml.ws.soap.SOAPBinding;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.w3c.dom.Element;

/** Gives verified requests to the operations, and tells what they refuse as faults. Reads nothing but what was verified. */
@WebServiceProvider(targetNamespace = Names.WINDOW, serviceName = "SingleWindow", portName = "SingleWindowPort")
@ServiceMode(Service.Mode.PAYLOAD)
@BindingType(SOAPBinding.SOAP12HTTP_BINDING)
public final class SingleWindowProvider implements Provider<Source> {
    private static final int STORE_RETRY_SECONDS = 5;

    private final SingleWindow window;
    private final Requests requests = new Requests();
    private final RateLimit rate;
    private final FairShare share;

    public SingleWindowProvider(SingleWindow window, RateLimit rate, FairShare share) {
        this.window = window;
        this.rate = rate;
        this.share = share;
    }

    @Override
    public Source invoke(Source unverified) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        SignedCall call = SignedCall.of(message).orElseThrow(() -> SoapRefusedException.of(SoapCode.SECURITY_MISSING, "Header",
                "Expected a signed call."));
        requests.requireValid(call.request());
        String trace = message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request ? Trace.of(request).id() : "";
        return new DOMSource(answered(call, trace).getOwnerDocument());
    }

    private Element answered(SignedCall call, String trace) {
        try {
            rate.spend(call.caller().party());
            return share.within(call.caller().party(), () -> window.answer(call.caller(), call.request(), trace));
        } catch (ProblemException refused) {
            throw Problems.asFault(refused, "Body");
        } catch (NotInGoodStandingException refused) {
            throw SoapRefusedException.sender(ProblemAdvice.code(refused.standing()).name(), "BinarySecurityToken",
                    "It may read what is its own and do nothing; the operator of the hub knows why.", Optional.empty());
        } catch (OverloadedException overloaded) {
            throw SoapRefusedException.receiver(ProblemCode.OVERLOADED.name(), "Nothing was kept; try again later.",
                    OptionalInt.of(overloaded.retryAfterSeconds()));
        } catch (StoreUnavailableException | EvidenceUnavailableException away) {
            throw SoapRefusedException.receiver(ProblemCode.STORE_UNAVAILABLE.name(), "Nothing was kept; try again later.",
                    OptionalInt.of(STORE_RETRY_SECONDS));
        }
    }
}
