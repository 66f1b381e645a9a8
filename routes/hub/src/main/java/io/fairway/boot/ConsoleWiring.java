package io.fairway.boot;

import io.fairway.command.CorrectedDocument;
import io.fairway.document.DocumentReader;
import io.fairway.identity.BrowserSignIn;
import io.fairway.identity.CallerClaims;
import io.fairway.identity.DevelopmentSignIn;
import io.fairway.identity.EmbeddedIssuer;
import io.fairway.identity.IssuerEndpoints;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.MendDocument;
import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.Parties;
import io.fairway.usecase.ValidateDocument;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.title.Clashes;
import io.fairway.usecase.title.LedgerState;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.work.CaseWork;
import io.fairway.usecase.work.ExchangeWork;
import io.fairway.usecase.work.OperationWork;
import io.fairway.usecase.work.OrganisationWork;
import io.fairway.usecase.work.RightWork;
import io.fairway.usecase.work.Worklist;
import io.fairway.web.WebSettings;
import io.fairway.web.console.AgencyPages;
import io.fairway.web.console.ApprovalPages;
import io.fairway.web.console.BankPages;
import io.fairway.web.console.ConsignmentPages;
import io.fairway.web.console.ConsoleDoor;
import io.fairway.web.console.DevelopmentSignInController;
import io.fairway.web.console.GatePages;
import io.fairway.web.console.MessagePages;
import io.fairway.web.console.OperationPages;
import io.fairway.web.console.PageProblems;
import io.fairway.web.console.PageTemplates;
import io.fairway.web.console.Pages;
import io.fairway.web.console.RepairDesk;
import io.fairway.web.console.RightPages;
import io.fairway.web.console.SessionFilter;
import io.fairway.web.console.SignInController;
import io.fairway.web.console.StuckPages;
import io.fairway.web.console.SubmitPages;
import io.fairway.web.console.VerificationPages;
import io.fairway.web.console.VoyagePages;
import io.fairway.web.console.WorkController;
import io.fairway.web.console.Words;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.Session;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The console: its pages, what stands before them, and where people sign in. */
@Configuration(proxyBeanMethods = false)
@Import({ConsoleWiring.Development.class, SignInController.class, WorkController.class, ConsignmentPages.class, MessagePages.class,
        SubmitPages.class, VoyagePages.class, RightPages.class, BankPages.class, VerificationPages.class, ApprovalPages.class, OperationPages.class,
        GatePages.class, StuckPages.class, AgencyPages.class, PageProblems.class})
public class ConsoleWiring {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleWiring.class);
    private static final String ROOT = "FAIRWAY_CONSOLE_URL";
    private static final String[] OPEN = {"/console/sign-in", SignInController.RETURN, "/console/signed-out", "/console/console.css",
        DevelopmentSignInController.PATH};
    private static final Duration IDLE = Duration.ofMinutes(30);

    /** Address of the hub as browsers know it. */
    static URI root(Environment environment) {
        String port = environment.getRequiredProperty("server.port");
        return URI.create(environment.getProperty(ROOT, "http://127.0.0.1:" + port).replaceAll("/+$", ""));
    }

    /** Where the issuer sends browsers back to. */
    static URI returnTo(Environment environment) {
        return URI.create(root(environment) + SignInController.RETURN);
    }

    @Bean
    URI consoleRoot(Environment environment) {
        return root(environment);
    }

    @Bean
    Pages pages(Parties parties, Environment environment) {
        return new Pages(new PageTemplates(), new Words(), parties, IdentityWiring.portZone(environment));
    }

    @Bean
    Worklist worklist(ExchangeQueries exchanges, CaseQueries cases, RegistryQueries registry, Rights rights, Clashes clashes,
                      OperationWork operations, InstantSource clock) {
        return new Worklist(List.of(operations, new ExchangeWork(exchanges, clock), new CaseWork(cases), new RightWork(rights, clashes),
                new OrganisationWork(registry, clock)));
    }

    @Bean
    OperationWork operationWork(OperationQueries operations, LedgerState ledger, WebSettings settings, InstantSource clock) {
        return new OperationWork(operations, ledger, settings.overdueAfter(), clock);
    }

    @Bean
    MendDocument mendDocument(List<DocumentReader> readers, Parties parties, InstantSource clock) {
        return new MendDocument(readers, parties, CorrectedDocument::of, clock);
    }

    @Bean
    RepairDesk repairDesk(ValidateDocument validation, MendDocument mending, Pages pages) {
        return new RepairDesk(validation, mending, pages);
    }

    @Bean
    IssuerEndpoints issuerEndpoints(Environment environment, ObjectProvider<EmbeddedIssuer> embedded) {
        EmbeddedIssuer own = embedded.getIfAvailable();
        return own == null ? IssuerEndpoints.outside(URI.create(environment.getRequiredProperty("FAIRWAY_ISSUER"))) : IssuerEndpoints.embedded(own);
    }

    @Bean
    BrowserSignIn browserSignIn(IssuerEndpoints endpoints, Environment environment, JwtDecoder decoder, SecureRandom random, InstantSource clock) {
        return new BrowserSignIn(endpoints, returnTo(environment), decoder, random, clock);
    }

    /** So that whoever starts a hub by hand knows where to look. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> consoleAddress(URI consoleRoot) {
        return ready -> LOG.info("The console for people is at {}/console", consoleRoot);
    }

    /** Before the chains of issuer and API: its paths are its own. */
    @Bean
    @Order(0)
    SecurityFilterChain consoleChain(HttpSecurity http, BrowserSignIn signIn, CallerClaims claims, Pages pages, IssuerEndpoints issuer,
                                     URI consoleRoot, InstantSource clock) throws Exception {
        var door = new ConsoleDoor(consoleRoot, pages);
        http.securityMatcher("/console", "/console/**", DevelopmentSignInController.PATH)
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .addFilterBefore(new SessionFilter(signIn, claims, clock), CsrfFilter.class)
                .csrf(csrf -> csrf.ignoringRequestMatchers(DevelopmentSignInController.PATH).sessionAuthenticationStrategy((who, request, response) -> { }))
                .requestCache(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(door).accessDeniedHandler(door))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(policy(consoleRoot, issuer.issuer())))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
        return http.build();
    }

    /** Nothing runs and nothing is fetched but the console's own style. Browsers hold redirects of forms to it too, so it names the issuer. */
    private static String policy(URI console, URI issuer) {
        return "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' " + origin(console) + " " + origin(issuer)
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> consoleCookie(URI consoleRoot) {
        return factory -> {
            Session session = factory.getSession();
            session.setTimeout(IDLE);
            session.setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
            session.getCookie().setName("fairway-console");
            session.getCookie().setPath("/console");
            session.getCookie().setHttpOnly(true);
            session.getCookie().setSameSite(SameSite.LAX);
            session.getCookie().setSecure("https".equals(consoleRoot.getScheme()));
        };
    }

    /** The page of the embedded issuer. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(IdentityWiring.IssuerIsEmbedded.class)
    static class Development {
        @Bean
        DevelopmentSignInController developmentSignIn(EmbeddedIssuer issuer, RegisteredClientRepository clients,
                                                      OAuth2AuthorizationService authorizations, Pages pages, SecureRandom random, InstantSource clock) {
            return new DevelopmentSignInController(new DevelopmentSignIn(issuer, clients, authorizations, random, clock), pages);
        }
    }
}
