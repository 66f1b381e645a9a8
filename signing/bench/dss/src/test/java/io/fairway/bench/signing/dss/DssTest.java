package io.fairway.bench.signing.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.bench.signing.Case;
import io.fairway.bench.signing.Content;
import io.fairway.bench.signing.Fairway;
import io.fairway.bench.signing.Form;
import io.fairway.bench.signing.Keys;
import io.fairway.signing.Suite;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the one signs the other takes, so that the benchmark compares like with like. */
class DssTest {

    static Stream<Case> cases() {
        return Arrays.stream(Form.values()).map(form -> new Case(form, Suite.ECDSA_P256_SHA256, 5000));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesWhatFairwaySignsAndIsTakenByFairway(Case each) throws GeneralSecurityException {
        var keys = Keys.made(each.suite(), Instant.parse("2026-03-02T09:15:00Z"));
        var content = Content.of(each.form(), each.bytes());
        var ours = new Fairway().signing(each, keys, content).orElseThrow().get();
        var theirs = new Dss().signing(each, keys, content).orElseThrow().get();

        new Dss().verifying(each, keys, content, ours).orElseThrow().run();
        new Fairway().verifying(each, keys, content, theirs).orElseThrow().run();

        assertThat(ours).isNotEqualTo(theirs);
    }

    @Test
    void doesNotTakeWhatWasChanged() throws GeneralSecurityException {
        var each = new Case(Form.CADES, Suite.ECDSA_P256_SHA256, 5000);
        var keys = Keys.made(each.suite(), Instant.parse("2026-03-02T09:15:00Z"));
        var content = Content.of(each.form(), each.bytes());
        var signed = new Fairway().signing(each, keys, content).orElseThrow().get();
        content[100] ^= 1;

        assertThatThrownBy(() -> new Dss().verifying(each, keys, content, signed).orElseThrow().run()).hasMessageContaining("DSS does not take");
    }
}
