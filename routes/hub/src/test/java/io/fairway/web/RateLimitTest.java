package io.fairway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.clearance.Role;
import io.fairway.identity.CallerAuthentication;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** Three requests a second and ten seconds' worth at once, with a clock that is moved by hand. */
class RateLimitTest {
    private Instant now = Instant.parse("2026-03-02T01:15:00Z");
    private final RateLimit limit = new RateLimit(3, () -> now);

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void refusesWhatIsMoreThanTheBurstAndLeavesTheOthersTheirs() {
        times("HUBLINE", 30);

        refuses("HUBLINE");
        times("HUBFWD", 30);
    }

    @Test
    void takesAgainWhatASecondBrings() {
        times("HUBLINE", 30);
        refuses("HUBLINE");

        now = now.plus(Duration.ofSeconds(1));
        times("HUBLINE", 3);
        refuses("HUBLINE");
    }

    @Test
    void aRefusedRequestCostsNothingAndAPauseBringsNoMoreThanTheBurst() {
        times("HUBLINE", 30);
        for (int i = 0; i < 100; i++) {
            refuses("HUBLINE");
        }

        now = now.plus(Duration.ofHours(1));
        times("HUBLINE", 30);
        refuses("HUBLINE");
    }

    private void times(String party, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(begin(party)).isTrue();
        }
    }

    private void refuses(String party) {
        assertThatThrownBy(() -> begin(party)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
            assertThat(refused.retryAfterSeconds()).hasValue(1);
        });
    }

    private boolean begin(String party) {
        SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(new Caller(new PartyId(party), Set.of(Role.CARRIER))));
        return limit.preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), this);
    }
}
