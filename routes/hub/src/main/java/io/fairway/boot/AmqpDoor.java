package io.fairway.boot;

import io.fairway.identity.CallerAuthentication;
import io.fairway.identity.CallerClaims;
import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.SecurityEvent;
import io.fairway.usecase.registry.SecurityJournal;
import io.fairway.web.OpenTo.Audience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.core.security.CheckType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Parties come in by AMQP 1.0 as they do by HTTP: the user is the party's id, the password a token of its, the issuer's or one it signed
 * itself. A party sends to {@link #SUBMISSIONS} and takes what it is told from its own queue, and that is all. When the token ends, so does
 * what the connection may.
 */
final class AmqpDoor implements BrokerDoor {
    /** Where documents are sent to. */
    static final String SUBMISSIONS = "submissions";
    private static final String DELIVERIES = "deliveries.";
    /** How long a token once verified is not verified again. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 1_000;

    private final JwtDecoder decoder;
    private final CallerClaims claims;
    private final SecurityJournal journal;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Whom a token names, until when without another look. */
    private record Known(Caller caller, Instant until) {
    }

    AmqpDoor(JwtDecoder decoder, CallerClaims claims, SecurityJournal journal, InstantSource clock) {
        this.decoder = decoder;
        this.claims = claims;
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
        Optional<Caller> caller = callerOf(password).filter(found -> found.party().value().equals(user)).filter(Audience.SUBMITTERS::admits);
        if (caller.isEmpty()) {
            journal.note(new SecurityEvent(clock.instant(), SecurityEvent.Kind.TOKEN_REFUSED, "", "", "AMQP", SUBMISSIONS, 0,
                    "Not a token of the user's, or not of a party that submits", ""));
        }
        return caller;
    }

    private Optional<Caller> callerOf(String token) {
        Instant now = clock.instant();
        Known found = known.get(token);
        if (found != null && now.isBefore(found.until())) {
            return Optional.of(found.caller());
        }
        known.values().removeIf(each -> !now.isBefore(each.until()));
        try {
            Jwt verified = decoder.decode(token);
            if (!(claims.convert(verified) instanceof CallerAuthentication authentication)) {
                return Optional.empty();
            }
            Instant until = Optional.ofNullable(verified.getExpiresAt()).filter(now.plus(TRUSTED)::isAfter).orElse(now.plus(TRUSTED));
            if (known.size() < MOST_REMEMBERED) {
                known.put(token, new Known(authentication.getPrincipal(), until));
            }
            return Optional.of(authentication.getPrincipal());
        } catch (JwtException | AuthenticationException refused) {
            return Optional.empty();
        }
    }

    @Override
    public boolean allows(Caller caller, CheckType use, String address) {
        int queue = address.indexOf("::");
        String name = queue < 0 ? address : address.substring(0, queue);
        return switch (use) {
            case SEND -> name.equals(SUBMISSIONS);
            case CONSUME, CREATE_ADDRESS, CREATE_NON_DURABLE_QUEUE, CREATE_DURABLE_QUEUE -> name.equals(deliveriesOf(caller.party().value()));
            case DELETE_ADDRESS, DELETE_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE, MANAGE, BROWSE, VIEW, EDIT -> false;
        };
    }
}
