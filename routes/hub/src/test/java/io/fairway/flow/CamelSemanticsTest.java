package io.fairway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.usecase.TransmissionId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Body;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pins what the flows rest on; a new version of Camel that behaves otherwise fails here and not in a port. */
class CamelSemanticsTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<Object> recorded = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private ProducerTemplate template;

    @BeforeEach
    void startsTheRoutes() throws Exception {
        camel.addRoutes(new Errors());
        camel.addRoutes(new Routes());
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stopsThem() {
        camel.stop();
    }

    @Test
    void aDefectInASubRouteReachesTheEntrysAnswerWithTheTypedBody() {
        var id = new TransmissionId(UUID.fromString("0199aaaa-0000-7000-8000-000000000001"));

        template.sendBody("direct:defect", id.toString());

        assertThat(recorded).containsExactly(id);
    }

    @Test
    void theSecondAnswerIsNotMergedIntoTheFirst() {
        template.sendBody("direct:transient", "x");

        assertThat(attempts).hasValue(3);
        assertThat(recorded).isEmpty();
    }

    @Test
    void aRouteWithoutErrorHandlerShowsItsErrorToTheCaller() {
        assertThatThrownBy(() -> template.sendBody("direct:fail", "x")).isInstanceOf(CamelExecutionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void headersOfCamelsOwnAreStrippedWhateverTheirCase() {
        template.sendBodyAndHeader("direct:strip", "x", "cAmElBeanMethodName", "destroy");

        assertThat(recorded).containsExactly(List.of());
    }

    private final class Errors extends RouteConfigurationBuilder {
        @Override
        public void configuration() {
            RouteConfigurationDefinition entry = routeConfiguration("entry");
            entry.onException(IllegalArgumentException.class).maximumRedeliveries(2).redeliveryDelay(1).handled(true);
            entry.onException(Exception.class).handled(true).bean(new Recorder(recorded));
        }
    }

    private final class Routes extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:defect").routeConfigurationId("entry")
                    .transform().body(String.class, id -> new TransmissionId(UUID.fromString(id)))
                    .to("direct:fail");
            from("direct:fail").errorHandler(noErrorHandler())
                    .throwException(new IllegalStateException("a defect"));
            from("direct:transient").routeConfigurationId("entry").to("direct:away");
            from("direct:away").errorHandler(noErrorHandler()).bean(new Away(attempts));
            from("direct:strip").errorHandler(noErrorHandler())
                    .removeHeaders("Camel*").bean(new HeaderNames(recorded));
        }
    }

    /** What FlowErrors does with a defect. */
    public record Recorder(List<Object> recorded) {
        public void record(@Body Object body, @ExchangeException Throwable ignored) {
            recorded.add(body);
        }
    }

    /** Nobody's fault, again and again. */
    public record Away(AtomicInteger attempts) {
        public void fail(@Body Object ignored) {
            attempts.incrementAndGet();
            throw new IllegalArgumentException("away");
        }
    }

    /** Sees what is left. */
    public record HeaderNames(List<Object> recorded) {
        public void see(Exchange exchange) {
            recorded.add(List.copyOf(exchange.getMessage().getHeaders().keySet()));
        }
    }
}
