package io.fairway.boot;

import io.fairway.identity.AuthenticatedText;
import io.fairway.store.JdbcSignedCalls;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.Parties;
import io.fairway.usecase.SignedCalls;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.SecurityJournal;
import io.fairway.usecase.registry.Standings;
import io.fairway.web.BodyReader;
import io.fairway.web.FairShare;
import io.fairway.web.OutcomeWait;
import io.fairway.web.RateLimit;
import io.fairway.web.WebSettings;
import io.fairway.web.soap.CertificateHolders;
import io.fairway.web.soap.SingleWindow;
import io.fairway.web.soap.SingleWindowEndpoint;
import io.fairway.web.soap.SingleWindowEndpoint.OwnKey;
import io.fairway.web.soap.SingleWindowProvider;
import io.fairway.web.soap.SoapBodies;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.servlet.CXFServlet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The SOAP service beside the REST one: its servlet, its limits, its key, and who may call it under which address. */
@Configuration(proxyBeanMethods = false)
public class SoapWiring {
    private static final String PATH = "/services";

    @Bean(destroyMethod = "shutdown")
    ExtensionManagerBus soapBus() {
        return new ExtensionManagerBus();
    }

    @Bean
    ServletRegistrationBean<CXFServlet> soapServlet(ExtensionManagerBus bus) {
        var servlet = new CXFServlet();
        servlet.setBus(bus);
        var registration = new ServletRegistrationBean<>(servlet, PATH + "/*");
        registration.addInitParameter("hide-service-list-page", "true");
        registration.setName("soap");
        return registration;
    }

    @Bean
    FilterRegistrationBean<SoapBodies> soapBodies(BodyReader bodies, WebSettings settings) {
        var registration = new FilterRegistrationBean<>(new SoapBodies(bodies, settings.intakeLimitBytes()));
        registration.addUrlPatterns(PATH + "/*");
        return registration;
    }

    @Bean
    SignedCalls signedCalls(Transactions transactions) {
        return new JdbcSignedCalls(transactions);
    }

    @Bean
    SingleWindow singleWindow(SubmitTransmission submission, ExchangeQueries exchanges, OutcomeWait outcomes, AuthenticatedText cursors,
                              WebSettings settings) {
        return new SingleWindow(submission, exchanges, outcomes, cursors, settings.intakeLimitBytes());
    }

    @Bean
    SingleWindowEndpoint.Gate singleWindowGate(EnrolledKeys keys, Parties parties, Standings standings, SignedCalls calls,
                                               SecurityJournal journal, Environment environment, InstantSource clock) throws IOException {
        return new SingleWindowEndpoint.Gate(new CertificateHolders(keys, parties, standings, clock), calls, addresses(environment), journal);
    }

    /** Bound to this machine alone, the hub knows its names; anything else has to be said, or no call is for it (P12). */
    private static Set<String> addresses(Environment environment) throws IOException {
        String said = environment.getProperty("fairway.soap.addresses", "");
        if (!said.isBlank()) {
            return Arrays.stream(said.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
        }
        if (!InetAddress.getByName(environment.getRequiredProperty("server.address")).isLoopbackAddress()) {
            return Set.of();
        }
        String behindHost = ":" + environment.getRequiredProperty("server.port") + PATH + SingleWindowEndpoint.ADDRESS;
        return Set.of("http://127.0.0.1" + behindHost, "http://localhost" + behindHost);
    }

    /** Signs what the hub answers by SOAP, and what it tells others by SOAP. */
    @Bean
    OwnKey soapKey(HubHome home, SecureRandom random, InstantSource clock) throws IOException, GeneralSecurityException {
        return new SoapKey(home.folder("keys").resolve("soap.p12")).findOrMake(random, clock.instant());
    }

    @Bean
    Server singleWindowService(ExtensionManagerBus bus, SingleWindow window, SingleWindowEndpoint.Gate gate, RateLimit rate, FairShare share,
                               OwnKey own, InstantSource clock) {
        return SingleWindowEndpoint.publish(bus, new SingleWindowProvider(window, rate, share), gate, own, clock);
    }
}
