package io.fairway.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.identity.CallerClaims;
import io.fairway.identity.EmbeddedIssuer;
import io.fairway.identity.HeaderTokens;
import io.fairway.usecase.registry.SecurityJournal;
import io.fairway.usecase.registry.Standings;
import io.fairway.web.ClientRefusals;
import io.fairway.web.ProblemWriter;
import io.fairway.web.SecurityProblems;
import io.fairway.web.SecurityWatch;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The filters before the controllers: everything needs a token but the four issuer paths, the bare address, the probes, the API's
 * description, the page that says whether a sheet is from here, and SOAP and AS2, whose messages are signed themselves.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityWiring {
    private static final String[] PUBLIC = {"/", "/openapi.json", "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness",
        "/services/**", "/as2", "/sheets/*"};

    /** Of each request as a whole there are figures; those of each filter cost more than they tell. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityWatch securityWatch(SecurityJournal journal, Standings standings, InstantSource clock) {
        return new SecurityWatch(journal, standings, clock);
    }

    @Bean
    SecurityProblems securityProblems(ObjectMapper json, SecurityWatch watch) {
        return new SecurityProblems(new ProblemWriter(json), watch);
    }

    @Bean
    @Order(1)
    @ConditionalOnBean(EmbeddedIssuer.class)
    SecurityFilterChain issuerChain(HttpSecurity http, SecurityProblems problems, SecurityWatch watch) throws Exception {
        OAuth2AuthorizationServerConfigurer issuer = OAuth2AuthorizationServerConfigurer.authorizationServer();
        http.securityMatcher(EmbeddedIssuer.PATHS.toArray(String[]::new));
        http.with(issuer, server -> server.oidc(oidc -> { })
                .clientAuthentication(client -> client.errorResponseHandler(new ClientRefusals(watch))));
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        return closed(http, problems).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain callerChain(HttpSecurity http, SecurityProblems problems, JwtDecoder decoder, CallerClaims claims) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC).permitAll()
                .requestMatchers("/actuator/**").hasRole("OPERATOR")
                .anyRequest().authenticated());
        http.oauth2ResourceServer(server -> server.bearerTokenResolver(new HeaderTokens())
                .authenticationEntryPoint(problems).accessDeniedHandler(problems)
                .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(claims))
                .withObjectPostProcessor(tellingWhenTheIssuerIsAway(problems)));
        return closed(http, problems).build();
    }

    /** A token that cannot be checked because the issuer is away is a 503 for now, not a defect. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> tellingWhenTheIssuerIsAway(SecurityProblems problems) {
        var handler = new AuthenticationEntryPointFailureHandler(problems);
        handler.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }

    private static HttpSecurity closed(HttpSecurity http, SecurityProblems problems) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
    }
}
