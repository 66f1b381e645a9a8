package io.fairway.web.soap;

import io.fairway.usecase.SignedCalls;
import io.fairway.usecase.registry.SecurityJournal;
import java.net.URL;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.saaj.SAAJInInterceptor;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.ws.policy.PolicyEngine;

/**
 * The CXF endpoint of the contract. The policy in the contract is for clients; here it is our own chain that holds calls to it, more
 * strictly and with codes of its own.
 */
public final class SingleWindowEndpoint {
    /** Below the servlet. */
    public static final String ADDRESS = "/single-window";
    private static final String CONTRACT = "single-window.wsdl";
    private static final int MOST_MEMORY_OF_AN_ATTACHMENT = 100_000_000;

    private SingleWindowEndpoint() {
    }

    /** Who may call, and how it is known. @param addresses that name this service */
    public record Gate(CertificateHolders holders, SignedCalls calls, Set<String> addresses, SecurityJournal journal) {
        public Gate {
            addresses = Set.copyOf(addresses);
        }
    }

    /** What the hub signs its answers with. */
    public record OwnKey(PrivateKey key, X509Certificate certificate) {
    }

    /** Publishes the service on a bus whose servlet is there. */
    public static Server publish(Bus bus, SingleWindowProvider provider, Gate gate, OwnKey own, InstantSource clock) {
        bus.getExtension(PolicyEngine.class).setEnabled(false);
        URL contract = Objects.requireNonNull(SingleWindowEndpoint.class.getResource(CONTRACT), CONTRACT);
        var factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setServiceBean(provider);
        factory.setWsdlURL(contract.toString());
        factory.setServiceName(new QName(Names.WINDOW, "SingleWindow"));
        factory.setEndpointName(new QName(Names.WINDOW, "SingleWindowPort"));
        factory.setAddress(ADDRESS);
        factory.setProperties(Map.of("attachment-memory-threshold", MOST_MEMORY_OF_AN_ATTACHMENT, "attachment-max-count", 2,
                FaultListener.class.getName(), (FaultListener) (thrown, description, message) -> false));
        factory.setInInterceptors(List.of(new CallReceipt(), new WholeEnvelope(), new SAAJInInterceptor(), new UnderstoodHeaders(),
                new CallShape(gate.holders(), clock), new SignatureCheck(gate.calls(), gate.addresses(), clock)));
        var headers = new AnswerHeaders();
        var signer = SignedAnswers.by(own.key(), own.certificate());
        factory.setOutInterceptors(List.of(headers, signer));
        factory.setOutFaultInterceptors(List.of(new Refusals(gate.journal(), clock), headers, signer));
        return factory.create();
    }
}
