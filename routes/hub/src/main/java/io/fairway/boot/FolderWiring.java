package io.fairway.boot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.flow.FolderAnswers;
import io.fairway.flow.FolderFlow;
import io.fairway.flow.FolderIntake;
import io.fairway.flow.FolderOutcomes;
import io.fairway.flow.FolderSettings;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Parties;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.registry.Standings;
import io.fairway.usecase.view.TransmissionView;
import io.fairway.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Watched folders, when {@code FAIRWAY_FOLDERS} names their root. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("FAIRWAY_FOLDERS")
public class FolderWiring {

    @Bean
    FolderSettings folderSettings(Environment environment, WebSettings web) {
        return new FolderSettings(Path.of(environment.getRequiredProperty("FAIRWAY_FOLDERS")),
                environment.getRequiredProperty("fairway.folders.every", Duration.class),
                environment.getRequiredProperty("fairway.folders.quiet", Duration.class),
                environment.getRequiredProperty("fairway.folders.abandoned-after", Duration.class), web.intakeLimitBytes());
    }

    @Bean
    FolderAnswers folderAnswers(ObjectMapper json) {
        return new FolderAnswers() {
            @Override
            public byte[] receipt(Receipt receipt) {
                return written(json, receipt);
            }

            @Override
            public byte[] outcome(TransmissionView outcome) {
                return written(json, outcome);
            }

            @Override
            public byte[] refusal(Refusal refusal) {
                return written(json, refusal);
            }
        };
    }

    private static byte[] written(ObjectMapper json, Record answer) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON", e);
        }
    }

    @Bean
    FolderFlow folderFlow(FolderSettings settings, FolderIntake intake, FolderOutcomes outcomes) {
        return new FolderFlow(settings, intake, outcomes);
    }

    @Bean
    FolderIntake folderIntake(FolderSettings settings, Parties parties, Standings standings, SubmitTransmission submission,
                              FolderAnswers answers, Identifiers identifiers, InstantSource clock) {
        return new FolderIntake(settings, parties, standings, submission, answers, identifiers, clock);
    }

    @Bean
    FolderOutcomes folderOutcomes(FolderSettings settings, Parties parties, ExchangeQueries exchanges, FolderAnswers answers) {
        return new FolderOutcomes(settings, parties, exchanges, answers);
    }
}
