package io.fairway.bench.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.signing.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningBenchTest {

    @Test
    void measuresEveryFormBesideTheBareOperation() throws GeneralSecurityException, IOException {
        var out = new ByteArrayOutputStream();
        List<Case> cases = Arrays.stream(Form.values()).map(form -> new Case(form, Suite.ECDSA_P256_SHA256, 5000)).toList();

        SigningBenchMain.run(cases, new Rounds(1, Duration.ofMillis(1)), Optional.empty(), new PrintStream(out));

        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        for (var each : cases) {
            for (var work : List.of("-sign", "-verify")) {
                assertThat(lines).as(each.named() + work).anyMatch(line -> line.contains("\"case\":\"" + each.named() + work + "\",\"subject\":\"fairway\"")
                        && line.contains("\"ratio\":{\"bare\":"));
            }
        }
    }
}
