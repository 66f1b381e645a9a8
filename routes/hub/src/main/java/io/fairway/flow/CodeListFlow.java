package io.fairway.flow;

import io.fairway.usecase.CodeListsInForce;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** Takes over code lists that were loaded at another node, or before this one started. */
public final class CodeListFlow extends RouteBuilder {
    private final CodeListsInForce lists;
    private final Duration every;

    public CodeListFlow(CodeListsInForce lists, Duration every) {
        this.lists = lists;
        this.every = every;
    }

    @Override
    public void configure() {
        from("timer:code-lists?fixedRate=false&delay=0&period=" + every.toMillis())
                .routeId("code-lists-refresh").routeConfigurationId(FlowErrors.ENTRY)
                .bean(lists, "refresh").id("refresh-code-lists");
    }
}
