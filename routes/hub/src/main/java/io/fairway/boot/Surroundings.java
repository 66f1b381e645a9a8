package io.fairway.boot;

import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Step;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the hub takes from the machine it runs on: its folder and chance. */
@Configuration(proxyBeanMethods = false)
public class Surroundings {

    @Bean
    HubHome hubHome(Environment environment) {
        return new HubHome(Path.of(environment.getProperty("FAIRWAY_HOME", ".fairway")).toAbsolutePath());
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Identifiers identifiers(InstantSource clock, SecureRandom random) {
        return Step.identifiers(new TimeOrderedIdentifiers(clock, random));
    }
}
