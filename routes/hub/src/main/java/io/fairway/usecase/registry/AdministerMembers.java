package io.fairway.usecase.registry;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Caller.Duty;
import io.fairway.usecase.Journal;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.view.MemberView;
import io.fairway.usecase.view.Slice;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An organisation's administrator lets persons into it and takes them out. The token alone is not enough: the identity provider is asked
 * each time whether the caller still administers, so that somebody who was removed cannot let anybody in with a token that has minutes left.
 * The operator founds: it lets the first administrator in where there is none. What is tried is in the journal before it is tried, and what
 * came of it after.
 */
public final class AdministerMembers {
    private static final UUID NO_SUBJECT = new UUID(0, 0);
    private static final Pattern UNPLAIN = Pattern.compile("[^A-Za-z0-9@._+-]");

    private final People people;
    private final PartyRegistry registry;
    private final Transactions transactions;
    private final Journal journal;
    private final InstantSource clock;

    public AdministerMembers(People people, PartyRegistry registry, Transactions transactions, Journal journal, InstantSource clock) {
        this.people = people;
        this.registry = registry;
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    /** The persons of the caller's organisation. @throws NotEntitledException unless the caller administers it */
    public Slice<MemberView> list(Caller caller, Slice.Want want) {
        requireAdministrator(caller);
        return people.page(caller.party(), want);
    }

    /** One of them. @throws NotEntitledException unless the caller administers the organisation */
    public Optional<MemberView> find(Caller caller, UUID id) {
        requireAdministrator(caller);
        return people.find(caller.party(), id);
    }

    /** @throws NotEntitledException unless the caller administers its organisation */
    public void requireAdministrator(Caller caller) {
        if (caller.duty() != Duty.ADMINISTRATOR || caller.person().filter(person -> people.administers(caller.party(), person)).isEmpty()) {
            throw new NotEntitledException("A person who administers the organisation does this.");
        }
    }

    /**
     * Lets a person into the caller's organisation.
     *
     * @throws NotEntitledException unless the caller administers it
     * @throws ActImpossibleException when the organisation has not the roles, or the name is taken
     */
    public MemberView invite(Caller caller, Invitation invitation) {
        requireAdministrator(caller);
        requireRolesOf(caller.party(), invitation);
        note(caller, caller.party(), "member-inviting", NO_SUBJECT, invitation.name());
        MemberView member = people.invite(caller.party(), invitation);
        note(caller, caller.party(), "member-invited", member.id(), member.name());
        return member;
    }

    /**
     * The operator lets the first administrator into an enterprise that has none.
     *
     * @throws NotEntitledException unless the caller administers an operator of the hub
     * @throws ActImpossibleException when there is no such enterprise in good standing, or it has an administrator
     */
    public MemberView found(Caller caller, PartyId organisation, Invitation first) {
        if (!caller.roles().contains(Role.OPERATOR)) {
            throw new NotEntitledException("The operator lets the first administrator of an organisation in.");
        }
        requireAdministrator(caller);
        if (first.duty() != Duty.ADMINISTRATOR) {
            throw new ActImpossibleException("FOUNDER_ADMINISTERS", "Expected an administrator: it lets the others in.");
        }
        requireRolesOf(organisation, first);
        if (people.hasAdministrator(organisation)) {
            throw new ActImpossibleException("HAS_ADMINISTRATOR", "The organisation has an administrator, who lets the others in.");
        }
        note(caller, organisation, "member-inviting", NO_SUBJECT, first.name());
        MemberView member = people.found(organisation, first);
        note(caller, organisation, "member-invited", member.id(), member.name());
        return member;
    }

    /**
     * Takes a person out of the caller's organisation.
     *
     * @return whether there was such a person
     * @throws NotEntitledException unless the caller administers it
     * @throws ActImpossibleException when it is the last who does
     */
    public boolean remove(Caller caller, UUID id) {
        requireAdministrator(caller);
        Optional<MemberView> member = people.find(caller.party(), id);
        if (member.isEmpty()) {
            return false;
        }
        note(caller, caller.party(), "member-removing", id, member.get().name());
        boolean removed = people.remove(caller.party(), id);
        note(caller, caller.party(), "member-removed", id, member.get().name());
        return removed;
    }

    private void requireRolesOf(PartyId organisation, Invitation invitation) {
        Optional<Registered> registered = transactions.asHub(() -> registry.find(organisation))
                .filter(found -> found.kind() == Registered.Kind.ENTERPRISE && found.status() == Registered.Status.ACTIVE);
        if (registered.filter(found -> found.roles().containsAll(invitation.roles())).isEmpty() || invitation.roles().isEmpty()) {
            throw new ActImpossibleException("ROLES_UNFIT", "Expected one or more of the roles that the organisation is registered with.");
        }
    }

    private void note(Caller caller, PartyId organisation, String what, UUID subject, String name) {
        String plain = UNPLAIN.matcher(name).replaceAll("_");
        transactions.asHub(() -> {
            journal.append(clock.instant(), organisation, what, subject, "{\"name\":\"%s\",\"by\":\"%s\"}".formatted(plain, caller.signature()));
            return what;
        });
    }
}
