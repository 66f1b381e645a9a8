package io.fairway.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Parties;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.evidence.HubKeys;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.SecurityJournal;
import io.fairway.web.BodyReader;
import io.fairway.web.FairShare;
import io.fairway.web.ProblemWriter;
import io.fairway.web.RateLimit;
import io.fairway.web.WebSettings;
import io.fairway.web.as2.As2Intake;
import io.fairway.web.as2.As2Servlet;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** AS2 at {@code /as2}, under the name {@code fairway.as2.name}. */
@Configuration(proxyBeanMethods = false)
public class As2Wiring {

    @Bean
    As2Intake as2Intake(SubmitTransmission submission, Parties parties, EnrolledKeys keys, RateLimit rate, FairShare share,
                        Environment environment, InstantSource clock) {
        return new As2Intake(submission, parties, keys, rate, share, name(environment), clock);
    }

    @Bean
    ServletRegistrationBean<As2Servlet> as2Servlet(As2Intake intake, BodyReader bodies, WebSettings settings, As2Servlet.Receipts receipts,
                                                   ObjectMapper json) {
        var registration = new ServletRegistrationBean<>(new As2Servlet(intake, bodies, new ProblemWriter(json), receipts,
                settings.intakeLimitBytes()), "/as2");
        registration.setName("as2");
        return registration;
    }

    @Bean
    As2Servlet.Receipts as2Receipts(HubKeys keys, Identifiers identifiers, SecurityJournal journal, Environment environment, InstantSource clock) {
        return new As2Servlet.Receipts(name(environment), keys, identifiers, journal, clock);
    }

    static String name(Environment environment) {
        return environment.getProperty("fairway.as2.name", "FAIRWAY");
    }
}
