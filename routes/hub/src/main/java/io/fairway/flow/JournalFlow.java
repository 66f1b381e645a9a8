package io.fairway.flow;

import io.fairway.usecase.ListAcknowledged;
import io.fairway.usecase.SealJournal;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** Seals the journal's committed rows, often enough that none stays unsealed for a second (P10). */
public final class JournalFlow extends RouteBuilder {
    private final Duration every;
    private final SealJournal seal;
    private final ListAcknowledged list;

    /** @param every pause between two rounds */
    public JournalFlow(Duration every, SealJournal seal, ListAcknowledged list) {
        this.every = every;
        this.seal = seal;
        this.list = list;
    }

    @Override
    public void configure() {
        from("timer:journal?fixedRate=false&delay=0&period=" + every.toMillis())
                .routeId("journal-seal").routeConfigurationId(FlowErrors.ENTRY)
                .bean(seal, "seal").id("seal-journal")
                .bean(list, "list").id("list-acknowledged");
    }
}
