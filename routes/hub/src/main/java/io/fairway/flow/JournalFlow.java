package io.fairway.flow;

import io.fairway.usecase.SealJournal;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** Seals the journal's committed rows, often enough that none stays unsealed for a second (P10). */
public final class JournalFlow extends RouteBuilder {
    private final Duration every;
    private final SealJournal seal;

    /** @param every pause between two rounds */
    public JournalFlow(Duration every, SealJournal seal) {
        this.every = every;
        this.seal = seal;
    }

    @Override
    public void configure() {
        from("timer:journal?fixedRate=false&delay=0&period=" + every.toMillis())
                .routeId("journal-seal").routeConfigurationId(FlowErrors.ENTRY)
                .bean(seal, "seal").id("seal-journal");
    }
}
