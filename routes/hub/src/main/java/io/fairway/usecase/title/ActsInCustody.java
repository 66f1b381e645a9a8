package io.fairway.usecase.title;

import io.fairway.usecase.Identifiers;
import io.fairway.usecase.PartyId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Acts of parties that left their keys in the hub's custody, and of the hub's own party: what was said to the hub becomes an intent, signed with
 * that key. The ledger notes of each that it was made so. Calls belong to the running transaction, which is the hub's.
 */
public final class ActsInCustody {
    private final Acts acts;
    private final Custody custody;
    private final Identifiers identifiers;
    private final InstantSource clock;
    private final String channel;

    /** @param channel the ledger channel */
    public ActsInCustody(Acts acts, Custody custody, Identifiers identifiers, InstantSource clock, String channel) {
        this.acts = acts;
        this.custody = custody;
        this.identifiers = identifiers;
        this.clock = clock;
        this.channel = channel;
    }

    /**
     * What is to be done.
     *
     * @param version of the subject, as it was seen
     * @param life after which the intent is worth nothing, seven days at most
     * @param members of this action's own
     */
    public record Order(String action, String subject, long version, Duration life, Map<String, String> members) {
        public Order {
            members = Map.copyOf(members);
        }
    }

    /** Stores the act. @return its id; empty when the party holds its key itself, and then nothing was done */
    public Optional<UUID> add(PartyId party, Order order) {
        var intent = new TreeMap<>(order.members());
        String actor = LedgerNames.of(party);
        String event = identifiers.next().toString();
        intent.put("action", order.action());
        intent.put("actor", actor);
        intent.put("event", event);
        intent.put("expiry", clock.instant().plus(order.life()).truncatedTo(ChronoUnit.SECONDS).toString());
        intent.put("ledger", channel);
        intent.put("subject", order.subject());
        intent.put("version", Long.toString(order.version()));
        String written = FlatRecord.of(intent).canonical();
        return custody.sign(party, written).map(signature -> {
            UUID id = identifiers.next();
            acts.add(new Acts.NewAct(id, party, actor, event, order.subject(), order.action(), written, List.of(signature),
                    Optional.empty(), clock.instant()));
            return id;
        });
    }
}
