package io.fairway.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.identity.AuthenticatedCursors;
import io.fairway.identity.AuthenticatedText;
import io.fairway.identity.OwnerFile;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.feed.FeedCursors;
import io.fairway.usecase.title.DraftIntent;
import io.fairway.usecase.title.LedgerState;
import io.fairway.usecase.title.SubmitIntent;
import io.fairway.usecase.registry.CounterpartTrouble;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.RegisteredParties;
import io.fairway.usecase.registry.ShowCounterparts;
import io.fairway.web.ActController;
import io.fairway.web.AttachmentController;
import io.fairway.web.AttestationController;
import io.fairway.web.BillController;
import io.fairway.web.BodyReader;
import io.fairway.web.CallerArgument;
import io.fairway.web.CaseController;
import io.fairway.web.ClashController;
import io.fairway.web.ClosedUnlessOpened;
import io.fairway.web.CodeListController;
import io.fairway.web.CounterpartController;
import io.fairway.web.ConsignmentController;
import io.fairway.web.DescriptionController;
import io.fairway.web.EvidenceController;
import io.fairway.web.FairShare;
import io.fairway.web.InterchangeController;
import io.fairway.web.KnownParameters;
import io.fairway.web.LedgerHealth;
import io.fairway.web.FinancingController;
import io.fairway.web.OperationsController;
import io.fairway.web.OutcomeWait;
import io.fairway.web.Paging;
import io.fairway.web.ProblemAdvice;
import io.fairway.web.ProblemValve;
import io.fairway.web.ProblemWriter;
import io.fairway.web.RateLimit;
import io.fairway.web.SecurityWatch;
import io.fairway.web.ReleaseController;
import io.fairway.web.RightRequests;
import io.fairway.web.RepairController;
import io.fairway.web.SheetController;
import io.fairway.web.SheetPageController;
import io.fairway.web.StoreHealth;
import io.fairway.web.TraceFilter;
import io.fairway.web.TransmissionController;
import io.fairway.web.ValidationController;
import io.fairway.web.VerificationController;
import io.fairway.web.WebSettings;
import io.fairway.web.WorkHealth;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The HTTP server and its controllers. */
@Configuration(proxyBeanMethods = false)
@Import({SecurityWiring.class, ProblemAdvice.class, TransmissionController.class, ValidationController.class,
        InterchangeController.class, ConsignmentController.class, CaseController.class, OperationsController.class,
        AttachmentController.class, CodeListController.class, DescriptionController.class, BillController.class, ReleaseController.class,
        FinancingController.class, AttestationController.class, ClashController.class, ActController.class, EvidenceController.class,
        VerificationController.class, CounterpartController.class, SheetController.class, SheetPageController.class,
        RepairController.class})
public class WebWiring {
    private static final int CURSOR_KEY_BYTES = 32;
    private static final int REQUESTS_PER_SECOND = 2_000;

    @Bean
    WebSettings webSettings(Environment environment) {
        WebSettings standard = WebSettings.standard(Runtime.getRuntime().maxMemory());
        int limit = environment.getProperty("intake.limit", Integer.class, standard.intakeLimitBytes());
        return new WebSettings(limit, standard.attachmentLimitBytes(), Math.max(2L * limit, standard.bodiesInMemoryBytes()),
                standard.slowestBody(), standard.requestsPerParty(),
                environment.getProperty("fairway.overdue.after", Duration.class, standard.overdueAfter()));
    }

    @Bean
    ShowCounterparts showCounterparts(RegisteredParties parties, EnrolledKeys keys, CounterpartTrouble trouble, InstantSource clock) {
        return new ShowCounterparts(parties, keys, trouble, clock);
    }

    @Bean
    BodyReader bodyReader(WebSettings settings, InstantSource clock) {
        return new BodyReader(settings, clock);
    }

    @Bean
    RateLimit rateLimit(Environment environment, InstantSource clock) {
        return new RateLimit(environment.getProperty("fairway.requests.per-second", Integer.class, REQUESTS_PER_SECOND), clock);
    }

    @Bean
    FairShare fairShare(WebSettings settings) {
        return new FairShare(settings.requestsPerParty());
    }

    /** Seals what goes out as a cursor and must come back as it was. */
    @Bean
    AuthenticatedText cursorText(HubHome home, SecureRandom random) {
        var file = new OwnerFile(home.path().resolve("cursor.key"));
        byte[] key = file.read().orElseGet(() -> {
            byte[] drawn = new byte[CURSOR_KEY_BYTES];
            random.nextBytes(drawn);
            file.write(drawn);
            return drawn;
        });
        return new AuthenticatedText(key);
    }

    @Bean
    Paging paging(AuthenticatedText cursorText) {
        return new Paging(cursorText);
    }

    @Bean
    FeedCursors feedCursors(AuthenticatedText cursorText) {
        return new AuthenticatedCursors(cursorText);
    }

    @Bean
    StoreHealth store(OperationQueries operations) {
        return new StoreHealth(operations);
    }

    @Bean
    WorkHealth work(OperationQueries operations, WebSettings settings, InstantSource clock) {
        return new WorkHealth(operations, settings, clock);
    }

    @Bean
    LedgerHealth ledger(LedgerState state) {
        return new LedgerHealth(state);
    }

    @Bean
    RightRequests rightRequests(SubmitIntent submit, DraftIntent draft, BodyReader bodies, ObjectMapper json) {
        return new RightRequests(submit, draft, bodies, json);
    }

    @Bean
    HubMeters hubMeters(OperationQueries operations, InstantSource clock) {
        return new HubMeters(operations, clock);
    }

    @Bean
    OutcomeWait outcomeWait(ExchangeQueries exchanges, InstantSource clock) {
        return new OutcomeWait(exchanges, clock);
    }

    /** Before the security filters, so that a refusal has a trace too. */
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(SecureRandom random) {
        var registration = new FilterRegistrationBean<>(new TraceFilter(random));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebMvcConfigurer callers(SecurityWatch watch, RateLimit rate, FairShare share) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(watch);
                registry.addInterceptor(new ClosedUnlessOpened());
                registry.addInterceptor(rate);
                registry.addInterceptor(share);
                registry.addInterceptor(new KnownParameters()).excludePathPatterns("/console/**", "/oauth2/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    /** Replaces the server's own error page. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages(ObjectMapper json) {
        return factory -> factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(new ProblemValve(new ProblemWriter(json)));
        });
    }
}
