package io.fairway.identity;

import io.fairway.clearance.Role;
import io.fairway.document.id.RefusedValueException;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Turns the claims of a verified token into the caller: {@code party} (a registered party's id) and {@code roles} (a list of
 * role names; names this hub does not know give nothing). A token that names no registered party is no token.
 */
public final class CallerClaims implements Converter<Jwt, AbstractAuthenticationToken> {
    private final Parties parties;

    public CallerClaims(Parties parties) {
        this.parties = parties;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        if (!(token.getClaims().get("party") instanceof String party)) {
            throw new InvalidBearerTokenException("The token has no claim party");
        }
        return new CallerAuthentication(new Caller(registered(party), roles(token)));
    }

    private PartyId registered(String party) {
        try {
            return parties.find(new PartyId(party)).map(PartyRecord::id).orElseThrow(
                    () -> new InvalidBearerTokenException("The token names a party that is not registered here"));
        } catch (RefusedValueException e) {
            throw new InvalidBearerTokenException("The claim party is not a party id", e);
        }
    }

    private static Set<Role> roles(Jwt token) {
        var roles = EnumSet.noneOf(Role.class);
        if (token.getClaims().get("roles") instanceof List<?> names) {
            for (Role role : Role.values()) {
                if (names.contains(role.name())) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }
}
