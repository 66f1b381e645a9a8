package io.fairway.identity;

import io.fairway.clearance.Role;
import io.fairway.document.id.RefusedValueException;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Caller.Duty;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.registry.Standings;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Turns the claims of a verified token into the caller: {@code party} (a registered party's id), {@code roles} (a list of role names;
 * names this hub does not know give nothing, and nobody gets a role its party is not registered with), {@code person} (who it is within
 * the party). A token that names no party in sufficient standing is no token.
 */
public final class CallerClaims implements Converter<Jwt, AbstractAuthenticationToken> {
    /** Among the roles of a token: the person administers its organisation. */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9@._+-]{1,100}");

    private final Parties parties;
    private final Standings standings;
    private final Function<Jwt, Optional<String>> partyOf;

    /** @param partyOf reads the party's id of a token, as its issuer says it */
    public CallerClaims(Parties parties, Standings standings, Function<Jwt, Optional<String>> partyOf) {
        this.partyOf = partyOf;
        this.parties = parties;
        this.standings = standings;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String party = partyOf.apply(token).orElseThrow(() -> new InvalidBearerTokenException("The token names no party, or several"));
        PartyRecord registered = registered(party);
        List<?> names = token.getClaims().get("roles") instanceof List<?> list ? list : List.of();
        Duty duty = names.contains(ADMINISTRATOR) ? Duty.ADMINISTRATOR : Duty.MEMBER;
        return new CallerAuthentication(new Caller(registered.id(), roles(names, registered), person(token), duty));
    }

    private PartyRecord registered(String party) {
        try {
            return parties.find(new PartyId(party)).filter(found -> standings.of(found.id()).mayRead()).orElseThrow(
                    () -> new InvalidBearerTokenException("The token names a party that is not registered here"));
        } catch (RefusedValueException e) {
            throw new InvalidBearerTokenException("The claim party is not a party id", e);
        }
    }

    private static Optional<String> person(Jwt token) {
        if (!(token.getClaims().get("person") instanceof String person)) {
            return Optional.empty();
        }
        if (!PERSON.matcher(person).matches()) {
            throw new InvalidBearerTokenException("The claim person is not a name of 1 to 100 plain characters");
        }
        return Optional.of(person);
    }

    private static Set<Role> roles(List<?> names, PartyRecord registered) {
        var roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (names.contains(role.name()) && registered.roles().contains(role)) {
                roles.add(role);
            }
        }
        return roles;
    }
}
