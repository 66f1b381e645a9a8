package io.fairway.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.dialect.Dialects;
import io.fairway.fixture.Fixtures;
import io.fairway.flow.DialectRoutes;
import io.fairway.identity.ConfiguredParties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an integrator got wrong is told in a sentence when the hub starts, not when the first document goes out. */
class DialectWiringTest {
    private final DialectWiring wiring = new DialectWiring();

    @TempDir
    private Path folder;

    @Test
    void takesTheDialectsOfTheFolderBesideThoseOfFairway() throws IOException {
        copyExample("plain-text");

        assertThat(wiring.ownDialects(folder.toString()).all()).extracting(dialect -> dialect.name())
                .containsExactly("terminal-release-xml", "cn-flat", "plain-text");
        assertThat(wiring.ownDialects("").folders()).isEmpty();
    }

    @Test
    void tellsInASentenceThatAFolderIsNone() {
        assertThat(refusal(() -> wiring.ownDialects(folder.resolve("absent").toString()))).contains("absent", "cannot be read");
    }

    @Test
    void tellsInASentenceWhichLineOfABrokenDialectIsWrong() throws IOException {
        Files.write(copyExample("plain-text").resolve("smooks-config.xml"), Fixtures.bytes("smooks/hostile/reader-class.xml"));

        assertThat(refusal(() -> wiring.ownDialects(folder.toString()))).startsWith("Dialect plain-text, smooks-config.xml line ");
    }

    @Test
    void tellsInASentenceThatAPartyWantsADialectThatNobodyWrites() throws IOException {
        Path file = Files.writeString(folder.resolve("parties.yaml"), "counterparts:\n  - party: HUBTERM\n"
                + "    dialects: {ContainerReleaseOrder: plain-text}\n");
        ConfiguredParties parties = ConfiguredParties.development(Optional.of(file), ZoneOffset.UTC);

        assertThat(refusal(() -> parties.requireDialects(Set.of()))).contains("HUBLINE", "nobody writes");
        assertThat(refusal(() -> new DocumentWiring().dialects(Dialects.builtIn(),
                new DialectRoutes(List.of(), new DefaultCamelContext().createProducerTemplate()),
                parties))).contains("HUBTERM", "ContainerReleaseOrder", "plain-text");
    }

    private Path copyExample(String name) throws IOException {
        Path dialect = Files.createDirectory(folder.resolve(name));
        for (String file : new String[] {"dialect.properties", "smooks-config.xml", "order.ftl"}) {
            Files.write(dialect.resolve(file), Fixtures.bytes("smooks/plain-text/" + file));
        }
        return dialect;
    }

    private static String refusal(Runnable start) {
        var told = new StringBuilder();
        assertThatThrownBy(start::run).isInstanceOfSatisfying(RuntimeException.class, failure ->
                assertThat(new StartRefusal().analyze(failure)).isNotNull().satisfies(refusal -> told.append(refusal.getDescription())));
        return told.toString();
    }
}
