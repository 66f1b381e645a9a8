package io.fairway.identity.keycloak;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Which party a Keycloak token speaks for: a service account's says it in {@code party}; a person's in {@code organization}, by the alias
 * of the one organisation it signed in for (lower case there, capital letters here). A token for several organisations speaks for none.
 */
public final class KeycloakClaims {
    private KeycloakClaims() {
    }

    /** The party's id; empty when the token names none, or not exactly one. */
    public static Optional<String> party(Jwt token) {
        if (token.getClaims().get("party") instanceof String party) {
            return Optional.of(party);
        }
        Collection<?> aliases = switch (token.getClaims().get("organization")) {
            case List<?> list -> list;
            case Map<?, ?> map -> map.keySet();
            case null -> List.of();
            default -> List.of();
        };
        return aliases.size() == 1 ? aliases.stream().map(alias -> String.valueOf(alias).toUpperCase(Locale.ROOT)).findFirst() : Optional.empty();
    }
}
