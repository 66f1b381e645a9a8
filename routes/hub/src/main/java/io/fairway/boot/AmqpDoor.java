package io.fairway.boot;

import io.fairway.identity.TokenCredentials;
import io.fairway.identity.TokenCredentials.Proven;
import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.SecurityEvent;
import io.fairway.usecase.registry.SecurityJournal;
import io.fairway.web.OpenTo.Audience;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.activemq.artemis.core.security.CheckType;

/**
 * Parties come in by AMQP 1.0 as they do by HTTP: the user is the party's id, the password a token of its, the issuer's or one it signed
 * itself. A party sends to {@link #SUBMISSIONS} and takes what it is told from its own queue, and that is all. When the token ends, so does
 * what the connection may.
 */
final class AmqpDoor implements BrokerDoor {
    /** Where documents are sent to. */
    static final String SUBMISSIONS = "submissions";
    private static final String DELIVERIES = "deliveries.";

    private final TokenCredentials credentials;
    private final SecurityJournal journal;
    private final InstantSource clock;

    AmqpDoor(TokenCredentials credentials, SecurityJournal journal, InstantSource clock) {
        this.credentials = credentials;
        this.journal = journal;
        this.clock = clock;
    }

    /** The queue from which a party takes what it is told. */
    static String deliveriesOf(String party) {
        return DELIVERIES + party;
    }

    @Override
    public String protocol() {
        return "AMQP";
    }

    @Override
    public Optional<Caller> admit(String user, String password) {
        Optional<Caller> caller = credentials.prove(password).map(Proven::caller).filter(found -> found.party().value().equals(user))
                .filter(Audience.SUBMITTERS::admits);
        if (caller.isEmpty()) {
            journal.note(new SecurityEvent(clock.instant(), SecurityEvent.Kind.TOKEN_REFUSED, "", "", "AMQP", SUBMISSIONS, 0,
                    "Not a token of the user's, or not of a party that submits", ""));
        }
        return caller;
    }

    @Override
    public boolean allows(Caller caller, CheckType use, String address) {
        return switch (use) {
            case SEND -> address.equals(SUBMISSIONS);
            case CONSUME, CREATE_ADDRESS, CREATE_NON_DURABLE_QUEUE, CREATE_DURABLE_QUEUE -> address.equals(deliveriesOf(caller.party().value()));
            case DELETE_ADDRESS, DELETE_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE, MANAGE, BROWSE, VIEW, EDIT -> false;
        };
    }
}
