package io.fairway.identity.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.clearance.Role;
import io.fairway.identity.CallerClaims;
import io.fairway.usecase.Caller.Duty;
import io.fairway.usecase.view.MemberView;
import io.fairway.usecase.view.MemberView.State;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads accounts as Keycloak represents them. */
final class Accounts {
    /** The action that stands out until an invited person has chosen a password. */
    static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    private Accounts() {
    }

    static String id(JsonNode representation) {
        return representation.path("id").asText();
    }

    static String name(JsonNode account) {
        return account.path("username").asText();
    }

    /** Made by an invitation that broke off: it was never enabled, and nobody chose a password. */
    static boolean isHalfMade(JsonNode account) {
        return !account.path("enabled").asBoolean() && awaitsPassword(account);
    }

    static State state(JsonNode account) {
        if (!account.path("enabled").asBoolean()) {
            return State.DISABLED;
        }
        return awaitsPassword(account) ? State.INVITED : State.ACTIVE;
    }

    private static boolean awaitsPassword(JsonNode account) {
        return account.path("requiredActions").valueStream().anyMatch(action -> action.asText().equals(CHOOSE_PASSWORD));
    }

    /** @param granted names of the realm's roles that it has */
    static MemberView view(JsonNode account, List<String> granted) {
        return new MemberView(UUID.fromString(id(account)), name(account), account.path("email").asText(), account.path("firstName").asText(),
                account.path("lastName").asText(), granted.contains(CallerClaims.ADMINISTRATOR) ? Duty.ADMINISTRATOR : Duty.MEMBER,
                Arrays.stream(Role.values()).filter(role -> granted.contains(role.name())).collect(Collectors.toSet()), state(account));
    }
}
