package io.fairway.connector;

import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.binding.soap.saaj.SAAJInInterceptor;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transport.http.HTTPConduitConfigurer;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.ws.policy.PolicyEngine;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Calls {@code Deliver} of {@code counterpart.wsdl} with Apache CXF: SOAP 1.2, signed by WS-Security X.509 over Body, Timestamp, To, Action and
 * MessageID. The document and its id are the same each time; the envelope is signed anew, because its Timestamp ends after five minutes.
 * What the answer is worth is judged by whoever knows the counterpart's keys.
 */
public final class SoapDelivery implements AutoCloseable {
    static final String NAMESPACE = "urn:fairway:counterpart:1";
    private static final String CONTRACT = "counterpart.wsdl";

    private final ExtensionManagerBus bus = new ExtensionManagerBus();
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
    private final Service service;
    private final Key own;
    private final Duration timeout;
    private final SSLContext tls;

    /** What the hub signs its calls with. @param key RSA, as the policy in the contract wants it */
    public record Key(PrivateKey key, X509Certificate certificate) {
    }

    /**
     * One message.
     *
     * @param id stable message id
     * @param sha256 digest of {@code bytes}, lower-case hexadecimal
     * @param signature detached CMS signature; not sent when empty
     * @param trace W3C trace id, 32 hexadecimal digits
     */
    public record Parcel(String id, String contentType, byte[] bytes, String sha256, byte[] signature, String trace) {
    }

    /** What came back. */
    public sealed interface Outcome {

        /**
         * A signed answer: what it says is read from the very element that the signature covers.
         *
         * @param signer whose certificate the answer carries; nobody has vouched for it yet
         * @param envelope the answer as it came
         */
        record Answered(X509Certificate signer, String messageId, String sha256, byte[] envelope) implements Outcome {
        }

        /** @param cause for the operator */
        record NotAnswered(String cause) implements Outcome {
        }
    }

    /** @param timeout for connecting, and for the whole exchange @param tls whom to believe behind https addresses */
    public SoapDelivery(Key own, Duration timeout, SSLContext tls) {
        this.own = own;
        this.timeout = timeout;
        this.tls = tls;
        // the policy in the contract is for counterparts; here our own chain signs and checks, with algorithms that the policy cannot name
        bus.getExtension(PolicyEngine.class).setEnabled(false);
        bus.setProperty(FaultListener.class.getName(), (FaultListener) (thrown, description, message) -> false);
        // CXF would share a client among conduits whose trust differs
        bus.setProperty("share.httpclient.http.conduit", false);
        bus.setExtension((HTTPConduitConfigurer) (name, address, conduit) -> configure(conduit), HTTPConduitConfigurer.class);
        URL contract = Objects.requireNonNull(SoapDelivery.class.getResource(CONTRACT), CONTRACT);
        this.service = onOwnBus(() -> Service.create(contract, new QName(NAMESPACE, "Counterpart")));
    }

    /** Sends once. Never throws for what the other side does; an interrupted thread leaves the outcome open. */
    public Outcome deliver(URI address, Parcel parcel) {
        Future<Outcome> exchange = exchanges.submit(() -> exchange(address, parcel));
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return new Outcome.NotAnswered("No answer within " + timeout);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.NotAnswered("Interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The exchange ended in a way it cannot", e);
        }
    }

    private Outcome exchange(URI address, Parcel parcel) {
        var answer = new SignedAnswer();
        try (DispatchImpl<Source> call = onOwnBus(() -> call(address, parcel, answer))) {
            call.invoke(new DOMSource(request(parcel)));
            return answer.outcome();
        } catch (WebServiceException | IOException e) {
            return new Outcome.NotAnswered(innermost(e));
        }
    }

    private DispatchImpl<Source> call(URI address, Parcel parcel, SignedAnswer answer) {
        Dispatch<Source> dispatch = service.createDispatch(new QName(NAMESPACE, "CounterpartPort"), Source.class, Service.Mode.PAYLOAD);
        if (!(dispatch instanceof DispatchImpl<Source> call)) {
            throw new IllegalStateException("Expected a call made by CXF, found " + dispatch.getClass());
        }
        Client client = call.getClient();
        client.getInInterceptors().addAll(List.of(answer.keeper(), new SAAJInInterceptor(), answer));
        client.getInFaultInterceptors().add(answer.keeper());
        client.getOutInterceptors().addAll(List.of(new CallHeaders(address, parcel.id()), CallHeaders.signedBy(own)));
        // CXF adds to the headers of its own
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("traceparent", List.of("00-" + parcel.trace() + "-" + parcel.trace().substring(0, 16) + "-01"));
        call.getRequestContext().putAll(Map.of(Dispatch.ENDPOINT_ADDRESS_PROPERTY, address.toString(), Dispatch.SOAPACTION_USE_PROPERTY, true,
                Dispatch.SOAPACTION_URI_PROPERTY, CallHeaders.ACTION, Message.PROTOCOL_HEADERS, headers));
        return call;
    }

    private void configure(HTTPConduit conduit) {
        var policy = new HTTPClientPolicy();
        policy.setConnectionTimeout(timeout.toMillis());
        policy.setReceiveTimeout(timeout.toMillis());
        policy.setAutoRedirect(false);
        policy.setAllowChunking(false);
        policy.setVersion("1.1");
        conduit.setClient(policy);
        var trust = new TLSClientParameters();
        trust.setSslContext(tls);
        conduit.setTlsClientParameters(trust);
    }

    private static Document request(Parcel parcel) {
        Document document = DOMUtils.createDocument();
        Element deliver = document.createElementNS(NAMESPACE, "fw:Deliver");
        document.appendChild(deliver);
        append(deliver, "messageId", parcel.id());
        append(deliver, "contentType", parcel.contentType());
        append(deliver, "sha256", parcel.sha256());
        append(deliver, "content", Base64.getEncoder().encodeToString(parcel.bytes()));
        if (parcel.signature().length > 0) {
            append(deliver, "signature", Base64.getEncoder().encodeToString(parcel.signature()));
        }
        return document;
    }

    private static void append(Element parent, String name, String text) {
        Element child = parent.getOwnerDocument().createElementNS(NAMESPACE, "fw:" + name);
        child.setTextContent(text);
        parent.appendChild(child);
    }

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause);
    }

    /** CXF finds its bus by the thread. */
    private <T> T onOwnBus(Supplier<T> action) {
        Bus before = BusFactory.getAndSetThreadDefaultBus(bus);
        try {
            return action.get();
        } finally {
            BusFactory.setThreadDefaultBus(before);
        }
    }

    @Override
    public void close() {
        exchanges.shutdownNow();
        bus.shutdown(true);
    }
}
