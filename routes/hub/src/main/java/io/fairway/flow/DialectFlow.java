package io.fairway.flow;

import io.fairway.smooks.SmooksDialect;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** Writing in a counterpart's own dialect: the EDIFACT that feeds it goes through its Smooks. A route per dialect. */
public final class DialectFlow extends RouteBuilder {
    private final List<SmooksDialect> dialects;

    public DialectFlow(List<SmooksDialect> dialects) {
        this.dialects = List.copyOf(dialects);
    }

    @Override
    public void configure() {
        dialects.forEach(this::route);
    }

    private void route(SmooksDialect dialect) {
        String name = dialect.name();
        from(Seams.dialect(name)).routeId("dialect-" + name).errorHandler(noErrorHandler())
                .to(DialectComponent.SCHEME + ":" + name).id("write-" + name)
                .transform().body(byte[].class, dialect::checked).id("check-" + name);
    }
}
