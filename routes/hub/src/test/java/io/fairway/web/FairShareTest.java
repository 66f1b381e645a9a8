package io.fairway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.clearance.Role;
import io.fairway.identity.CallerAuthentication;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class FairShareTest {
    private final FairShare share = new FairShare(1);

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void refusesMoreThanAPartysShareAndLeavesTheOthersTheirs() {
        var first = begin("HUBLINE");

        assertThatThrownBy(() -> begin("HUBLINE")).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
            assertThat(refused.retryAfterSeconds()).hasValue(1);
        });
        assertThat(begin("HUBFWD").getAttributeNames().hasMoreElements()).isTrue();

        share.afterCompletion(first, new MockHttpServletResponse(), this, null);
        assertThat(begin("HUBLINE")).isNotNull();
    }

    private MockHttpServletRequest begin(String party) {
        SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(new Caller(new PartyId(party), Set.of(Role.CARRIER))));
        var request = new MockHttpServletRequest();
        share.preHandle(request, new MockHttpServletResponse(), this);
        return request;
    }
}
