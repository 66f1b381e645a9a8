package io.fairway.flow;

import io.fairway.usecase.RecordFailure;
import io.fairway.usecase.StoreUnavailableException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The one answer to trouble in a flow. What is nobody's fault (database away, deadlock) is left to the sweep, which tries again; anything
 * else is a defect: counted at its row, which is parked with an alarm after some attempts and blocks only its own consignment.
 */
public final class FlowErrors extends RouteConfigurationBuilder {
    /** Name of the configuration that entry routes use. */
    public static final String ENTRY = "entry";

    private final RecordFailure recordFailure;

    public FlowErrors(RecordFailure recordFailure) {
        this.recordFailure = recordFailure;
    }

    @Override
    public void configuration() {
        RouteConfigurationDefinition entry = routeConfiguration(ENTRY);
        entry.onException(StoreUnavailableException.class, TransientDataAccessException.class, RecoverableDataAccessException.class,
                        NonTransientDataAccessResourceException.class, CannotCreateTransactionException.class)
                .maximumRedeliveries(2).redeliveryDelay(200)
                .retryAttemptedLogLevel(LoggingLevel.DEBUG).logExhausted(true).logStackTrace(false)
                .handled(true);
        entry.onException(Exception.class)
                .handled(true)
                .logHandled(true)
                .bean(new FailedStep(recordFailure));
    }
}
