package io.fairway.flow;

import io.fairway.smooks.SmooksDialect;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.component.smooks.SmooksComponent;
import org.apache.camel.component.smooks.SmooksEndpoint;
import org.apache.camel.component.smooks.SmooksProcessor;
import org.smooks.Smooks;
import org.smooks.SmooksFactory;

/**
 * Camel's Smooks component, fenced: {@code smooks:NAME} runs the registered dialect of that name, set up as {@link SmooksDialect} does,
 * and nothing else. A configuration by its address, which could name any class, is refused, and so is every option. It takes the place
 * of the stock component under the same scheme.
 */
public final class DialectComponent extends SmooksComponent {
    /** The scheme it answers to. */
    public static final String SCHEME = "smooks";

    private final List<SmooksDialect> dialects;

    public DialectComponent(List<SmooksDialect> dialects) {
        this.dialects = List.copyOf(dialects);
    }

    /** Makes the same fenced Smooks each time the endpoint is started. */
    private record Fenced(SmooksDialect dialect) implements SmooksFactory {
        @Override
        public Smooks createInstance() {
            return dialect.configured();
        }

        @Override
        public Smooks createInstance(InputStream configuration) {
            throw new UnsupportedOperationException("A dialect has its configuration");
        }

        @Override
        public Smooks createInstance(String configuration) {
            throw new UnsupportedOperationException("A dialect has its configuration");
        }
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        Optional<SmooksDialect> named = dialects.stream().filter(dialect -> dialect.name().equals(remaining)).findFirst();
        SmooksDialect dialect = named.orElseThrow(() -> new IllegalArgumentException("There is no dialect " + remaining
                + "; Smooks runs dialects only, which are " + dialects.stream().map(SmooksDialect::name).toList()));
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException("A dialect takes no options, not " + parameters.keySet());
        }
        var processor = new SmooksProcessor(getCamelContext());
        processor.setSmooksFactory(new Fenced(dialect));
        var endpoint = new SmooksEndpoint(uri, this, processor);
        endpoint.setSmooksConfig(remaining);
        return endpoint;
    }
}
