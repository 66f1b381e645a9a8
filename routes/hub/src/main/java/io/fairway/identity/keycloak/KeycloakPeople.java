package io.fairway.identity.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairway.identity.CallerClaims;
import io.fairway.identity.ClientAssertion;
import io.fairway.usecase.Caller.Duty;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.Invitation;
import io.fairway.usecase.registry.People;
import io.fairway.usecase.registry.PeopleUnavailableException;
import io.fairway.usecase.view.MemberView;
import io.fairway.usecase.view.Slice;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Persons in the organisations of a Keycloak realm, by its admin REST API (Keycloak 26). An organisation has the party's id as its name, and
 * the same in small letters as its alias; its accounts are called {@code alias.name}, so that two organisations never compete for a name.
 * An account is made disabled, and enabled when it has its roles and its organisation: what breaks off in between can do nothing, and is made
 * anew by the next invitation. Removing an account is one call, which ends its sessions too.
 */
public final class KeycloakPeople implements People, AutoCloseable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration INVITATION_LASTS = Duration.ofDays(3);
    private static final int MOST_MEMBERS = 1_000;

    private final AdminCalls calls;

    /** @param issuer the realm, {@code https://host/realms/NAME} */
    public KeycloakPeople(URI issuer, ClientAssertion assertion, InstantSource clock) {
        this.calls = new AdminCalls(issuer, assertion, clock);
    }

    @Override
    public boolean administers(PartyId organisation, String person) {
        return organisation(organisation).flatMap(home -> account(person).map(Accounts::id).flatMap(id -> member(home, id)))
                .filter(MemberView::administers).isPresent();
    }

    @Override
    public boolean hasAdministrator(PartyId organisation) {
        return organisation(organisation).filter(home -> administrators(home).findAny().isPresent()).isPresent();
    }

    @Override
    public Slice<MemberView> page(PartyId organisation, Slice.Want want) {
        String after = want.after().orElse("");
        List<MemberView> oneMore = organisation(organisation).map(home -> accounts(home).stream()
                .filter(account -> Accounts.name(account).compareTo(after) > 0).limit(want.most() + 1L).map(this::view).toList()).orElse(List.of());
        return Slice.of(oneMore, want, MemberView::name);
    }

    @Override
    public Optional<MemberView> find(PartyId organisation, UUID id) {
        return organisation(organisation).flatMap(home -> member(home, id.toString()));
    }

    @Override
    public MemberView found(PartyId organisation, Invitation first) {
        if (organisation(organisation).isEmpty()) {
            ObjectNode made = JSON.objectNode().put("name", organisation.value()).put("alias", alias(organisation)).put("enabled", true);
            made.putArray("domains").addObject().put("name", alias(organisation) + ".invalid").put("verified", false);
            AdminCalls.required(calls.post("/organizations", made), "/organizations");
        }
        return invite(organisation, first);
    }

    @Override
    public MemberView invite(PartyId organisation, Invitation invitation) {
        String home = organisation(organisation).orElseThrow(() ->
                new ActImpossibleException("ORGANISATION_UNKNOWN", "The identity provider does not know the organisation."));
        String username = alias(organisation) + "." + invitation.name();
        Optional<JsonNode> before = account(username);
        before.filter(Accounts::isHalfMade).ifPresent(broken -> calls.delete("/users/" + Accounts.id(broken)));
        return before.filter(account -> !Accounts.isHalfMade(account)).map(account -> again(home, account, invitation))
                .orElseGet(() -> anew(home, username, invitation));
    }

    private MemberView anew(String home, String username, Invitation invitation) {
        String id = made(home, username, invitation);
        send(id);
        return member(home, id).orElseThrow(() -> new PeopleUnavailableException("Expected the person who was just invited"));
    }

    /** Nothing is changed of who is there already; who has not taken up the invitation gets it again. */
    private MemberView again(String home, JsonNode account, Invitation invitation) {
        MemberView there = member(home, Accounts.id(account)).filter(known -> known.email().equalsIgnoreCase(invitation.email())
                && known.duty() == invitation.duty() && known.roles().equals(invitation.roles())).orElseThrow(() ->
                new ActImpossibleException("MEMBER_TAKEN", "Expected a name that nobody of the organisation has."));
        if (there.state() == MemberView.State.INVITED) {
            send(Accounts.id(account));
        }
        return there;
    }

    private String made(String home, String username, Invitation invitation) {
        requireRoomForAnother(home, invitation.email());
        ObjectNode account = JSON.objectNode().put("username", username).put("enabled", false).put("email", invitation.email())
                .put("emailVerified", false).put("firstName", invitation.givenName()).put("lastName", invitation.familyName());
        account.putArray("requiredActions").add(Accounts.CHOOSE_PASSWORD);
        AdminCalls.Answer made = AdminCalls.required(calls.post("/users", account), "/users");
        String id = made.location().substring(made.location().lastIndexOf('/') + 1);
        grant(id, Stream.concat(invitation.roles().stream().map(Enum::name),
                invitation.duty() == Duty.ADMINISTRATOR ? Stream.of(CallerClaims.ADMINISTRATOR) : Stream.empty()).toList());
        String members = "/organizations/" + home + "/members";
        AdminCalls.required(calls.post(members, JSON.textNode(id)), members);
        ObjectNode whole = calls.get("/users/" + id).deepCopy();
        calls.put("/users/" + id, whole.put("enabled", true));
        return id;
    }

    /** One person with two accounts would be two persons to whatever takes two. */
    private void requireRoomForAnother(String home, String email) {
        List<JsonNode> there = accounts(home);
        if (there.size() >= MOST_MEMBERS) {
            throw new ActImpossibleException("ORGANISATION_FULL", "Expected an organisation of less than " + MOST_MEMBERS + " persons.");
        }
        if (there.stream().anyMatch(account -> account.path("email").asText().equalsIgnoreCase(email))) {
            throw new ActImpossibleException("MEMBER_TAKEN", "Expected an e-mail address that nobody of the organisation has.");
        }
    }

    private void grant(String id, List<String> roles) {
        String path = "/users/" + id + "/role-mappings/realm";
        ArrayNode wanted = JSON.arrayNode();
        roles.forEach(role -> wanted.add(calls.get("/roles/" + role)));
        AdminCalls.required(calls.post(path, wanted), path);
    }

    private void send(String id) {
        calls.put("/users/" + id + "/execute-actions-email?lifespan=" + INVITATION_LASTS.toSeconds(), JSON.arrayNode().add(Accounts.CHOOSE_PASSWORD));
    }

    @Override
    public boolean remove(PartyId organisation, UUID id) {
        Optional<String> home = organisation(organisation);
        Optional<MemberView> member = home.flatMap(known -> member(known, id.toString()));
        if (home.isEmpty() || member.isEmpty()) {
            return false;
        }
        if (member.get().duty() == Duty.ADMINISTRATOR) {
            demote(home.get(), id.toString());
        }
        boolean onlyHere = member.get().name().startsWith(alias(organisation) + ".")
                && calls.get("/organizations/members/" + id + "/organizations").size() == 1;
        if (onlyHere) {
            return calls.delete("/users/" + id);
        }
        boolean left = calls.delete("/organizations/" + home.get() + "/members/" + id);
        AdminCalls.required(calls.post("/users/" + id + "/logout", JSON.objectNode()), "/users/" + id + "/logout");
        return left;
    }

    /** The right goes first, and we look again who has it still: of two who remove each other at once, at most one succeeds. */
    private void demote(String home, String id) {
        if (administrators(home).allMatch(member -> member.id().toString().equals(id))) {
            throw lastOne();
        }
        ArrayNode right = JSON.arrayNode().add(calls.get("/roles/" + CallerClaims.ADMINISTRATOR));
        calls.delete("/users/" + id + "/role-mappings/realm", right);
        if (administrators(home).findAny().isEmpty()) {
            grant(id, List.of(CallerClaims.ADMINISTRATOR));
            throw lastOne();
        }
    }

    private static ActImpossibleException lastOne() {
        return new ActImpossibleException("LAST_ADMINISTRATOR", "Nobody would be left who can administer the organisation.");
    }

    private Stream<MemberView> administrators(String home) {
        return accounts(home).stream().filter(account -> Accounts.state(account) == MemberView.State.ACTIVE).map(this::view).filter(MemberView::administers);
    }

    /** The provider's id of the organisation; empty when it does not know it. */
    private Optional<String> organisation(PartyId party) {
        return calls.get("/organizations?exact=true&max=2&search=" + party.value()).valueStream()
                .filter(found -> found.path("alias").asText().equals(alias(party)) && found.path("enabled").asBoolean()).map(Accounts::id)
                .findFirst();
    }

    private Optional<JsonNode> account(String username) {
        return calls.get("/users?exact=true&max=2&username=" + URLEncoder.encode(username, StandardCharsets.UTF_8))
                .valueStream().filter(found -> Accounts.name(found).equals(username)).findFirst();
    }

    private List<JsonNode> accounts(String home) {
        return calls.get("/organizations/" + home + "/members?briefRepresentation=false&max=" + MOST_MEMBERS).valueStream()
                .sorted((a, b) -> Accounts.name(a).compareTo(Accounts.name(b))).toList();
    }

    private Optional<MemberView> member(String home, String id) {
        return calls.find("/organizations/" + home + "/members/" + id).map(this::view);
    }

    private MemberView view(JsonNode account) {
        List<String> granted = calls.get("/users/" + Accounts.id(account) + "/role-mappings/realm").valueStream()
                .map(role -> role.path("name").asText()).toList();
        return Accounts.view(account, granted);
    }

    private static String alias(PartyId party) {
        return party.value().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        calls.close();
    }
}
