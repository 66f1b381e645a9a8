package io.fairway.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Keeps the codes of sign-ins for a minute, a thousand of them at most, so that a used one is known as used. Nothing is kept of other
 * tokens: each says it all itself.
 */
public final class DevelopmentAuthorizations implements OAuth2AuthorizationService {
    /** How long a code can be turned in. */
    static final Duration CODE_LIFE = Duration.ofMinutes(1);

    private static final int MOST = 1_000;

    private final InstantSource clock;
    private final Map<String, OAuth2Authorization> byId = new LinkedHashMap<>();

    public DevelopmentAuthorizations(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        if (authorization.getToken(OAuth2AuthorizationCode.class) == null) {
            return;
        }
        Instant now = clock.instant();
        byId.values().removeIf(kept -> isOver(kept, now));
        byId.put(authorization.getId(), authorization);
        while (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    private static boolean isOver(OAuth2Authorization kept, Instant now) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = kept.getToken(OAuth2AuthorizationCode.class);
        Instant end = code == null ? null : code.getToken().getExpiresAt();
        return end == null || end.isBefore(now);
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        byId.remove(authorization.getId());
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return byId.values().stream().filter(kept -> isCode(kept, token)).findFirst().orElse(null);
    }

    private static boolean isCode(OAuth2Authorization kept, String token) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = kept.getToken(OAuth2AuthorizationCode.class);
        return code != null && code.getToken().getTokenValue().equals(token);
    }
}
