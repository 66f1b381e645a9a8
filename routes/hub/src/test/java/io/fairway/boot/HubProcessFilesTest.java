package io.fairway.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.identity.UnsafeAddressException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubProcessFilesTest {

    @TempDir
    Path home;

    @Test
    void saysWhereItIsWhileItServes() throws IOException {
        try (var hub = WebOnly.start(home)) {
            assertThat(Files.readString(home.resolve("hub.pid")).strip()).isEqualTo(Long.toString(ProcessHandle.current().pid()));
            assertThat(Files.readString(home.resolve("hub.ports.json"))).contains("\"http\":" + WebOnly.port(hub));
        }
        assertThat(home.resolve("hub.pid")).doesNotExist();
        assertThat(home.resolve("hub.ports.json")).doesNotExist();
    }

    @Test
    void refusesToServeDevelopmentPartiesToOtherMachines() {
        assertThatThrownBy(() -> WebOnly.start(home, "--FAIRWAY_HTTP_ADDRESS=0.0.0.0")).hasRootCauseInstanceOf(UnsafeAddressException.class);
        assertThat(home.resolve("hub.ports.json")).doesNotExist();
    }

    @Test
    void tellsARefusalInASentence() {
        assertThatThrownBy(() -> WebOnly.start(home, "--FAIRWAY_HTTP_ADDRESS=0.0.0.0")).isInstanceOfSatisfying(Exception.class, failure ->
                assertThat(new StartRefusal().analyze(failure)).isNotNull()
                        .satisfies(told -> assertThat(told.getDescription()).startsWith("The hub refuses to serve its development parties")));
        assertThat(new StartRefusal().analyze(new IllegalStateException("something else"))).isNull();
    }
}
