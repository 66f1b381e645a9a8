package io.fairway.usecase.registry;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Caller.Duty;
import io.fairway.usecase.Journal;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Registration: an organisation's administrator applies for its vessels, vehicles, drivers and devices, the operator for enterprises; the
 * operator approves, suspends and ends. Nothing that is registered counts before it is approved.
 */
public final class RegisterParties {
    private static final UUID NO_SUBJECT = new UUID(0, 0);
    private static final Set<Role> OF_DEVICES = Set.of(Role.GATE_DEVICE);

    private final Transactions transactions;
    private final PartyRegistry registry;
    private final RegisteredParties parties;
    private final Journal journal;
    private final InstantSource clock;

    public RegisterParties(Transactions transactions, PartyRegistry registry, RegisteredParties parties, Journal journal,
                           InstantSource clock) {
        this.transactions = transactions;
        this.registry = registry;
        this.parties = parties;
        this.journal = journal;
        this.clock = clock;
    }

    /** Who is to be registered. @param roles of an enterprise or device; those of others are empty */
    public record Application(PartyId id, Registered.Kind kind, String name, String identifier, Set<Role> roles, Set<String> codes,
                              Environment environment) {
        public Application {
            roles = Set.copyOf(roles);
            codes = Set.copyOf(codes);
        }
    }

    /**
     * Stores the application; it waits for the operator.
     *
     * @throws NotEntitledException when the caller may not apply for this kind of party
     * @throws ActImpossibleException when the id or a code is taken, or the roles do not fit the kind
     */
    public Registered register(Caller caller, Application application) {
        boolean operator = caller.roles().contains(Role.OPERATOR);
        boolean enterprise = application.kind() == Registered.Kind.ENTERPRISE;
        if (enterprise ? !operator : caller.duty() != Duty.ADMINISTRATOR) {
            throw new NotEntitledException(enterprise ? "The operator registers enterprises."
                    : "The administrator of the organisation applies for this.");
        }
        requireFittingRoles(application);
        requireFreeCodes(application);
        Instant now = clock.instant();
        var party = new Registered(application.id(), application.kind(), enterprise ? application.id() : caller.party(), application.name(),
                application.identifier(), application.roles(), application.codes(), application.environment(), Registered.Status.PENDING,
                Optional.empty(), now, caller.signature(), "");
        if (!store(caller, party, now)) {
            throw new ActImpossibleException("PARTY_TAKEN", "Expected an id that no party has.");
        }
        parties.refresh();
        return party;
    }

    private static void requireFittingRoles(Application application) {
        boolean fits = switch (application.kind()) {
            case ENTERPRISE -> !application.roles().contains(Role.GATE_DEVICE);
            case DEVICE -> OF_DEVICES.containsAll(application.roles());
            case VESSEL, VEHICLE, DRIVER -> application.roles().isEmpty();
        };
        if (!fits) {
            throw new ActImpossibleException("ROLES_UNFIT", "Expected roles that fit a " + application.kind().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
    }

    private void requireFreeCodes(Application application) {
        if (parties.byCode(application.id().value()).isPresent() || application.codes().stream().anyMatch(code -> parties.byCode(code).isPresent())) {
            throw new ActImpossibleException("PARTY_TAKEN", "Expected an id and codes that no party has.");
        }
    }

    private boolean store(Caller caller, Registered party, Instant now) {
        java.util.function.Supplier<Boolean> work = () -> {
            boolean added = registry.add(party);
            if (added) {
                journal.append(now, caller.party(), "party-registered", NO_SUBJECT, "{\"party\":\"%s\",\"by\":\"%s\"}"
                        .formatted(party.id(), caller.signature()));
            }
            return added;
        };
        return party.kind() == Registered.Kind.ENTERPRISE ? transactions.asHub(work) : transactions.asParty(caller.party(), work);
    }

    /**
     * The operator decides; it counts within seconds on every hub.
     *
     * @param validUntil last instant the party may act; empty for no limit
     * @return the registration now; empty when there is none
     */
    public Optional<Registered> decide(Caller operator, PartyId id, Registered.Status status, Optional<Instant> validUntil, String reason) {
        Instant now = clock.instant();
        Optional<Registered> decided = transactions.asHub(() -> registry.find(id).flatMap(before -> {
            if (before.status() == Registered.Status.ENDED || status == Registered.Status.PENDING) {
                throw new ActImpossibleException("STATUS_FINAL", "A party that has ended stays so, and none becomes pending again.");
            }
            registry.decide(id, status, validUntil, new PartyRegistry.Decided(operator.signature(), now, reason));
            journal.append(now, operator.party(), "party-decided", NO_SUBJECT, "{\"party\":\"%s\",\"status\":\"%s\",\"by\":\"%s\"}"
                    .formatted(id, status, operator.signature()));
            return registry.find(id);
        }));
        parties.refresh();
        return decided;
    }
}
