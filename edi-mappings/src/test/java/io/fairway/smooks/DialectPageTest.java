package io.fairway.smooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.dialect.Dialects;
import io.fairway.dialect.Heard;
import io.fairway.fixture.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/dialects.md tells an integrator to do. */
class DialectPageTest {
    @TempDir
    private Path dialects;
    private Path folder;

    @BeforeEach
    void copyThePage() throws IOException {
        folder = DialectPage.copyInto(dialects);
    }

    @Test
    void theDialectOfThePageWritesWhatThePageSays() throws IOException {
        SmooksDialect dialect = SmooksDialect.allIn(dialects).getFirst();

        var written = dialect.translate(Fixtures.bytes("voyage/08-release-order.edi"), Heard.PROFILE);

        assertThat(new String(written.bytes(), StandardCharsets.UTF_8)).isEqualTo(DialectPage.expected());
        assertThat(Dialects.builtIn().andSmooks(List.of(dialect)).named("north-terminal")).isPresent();
    }

    @Test
    void aNameThatIsTakenIsRefused() throws IOException {
        Files.move(folder, dialects.resolve("wco-xml"));

        assertThatThrownBy(() -> Dialects.builtIn().andSmooks(SmooksDialect.allIn(dialects))).isInstanceOf(RefusedDialectException.class)
                .hasMessage("Dialect wco-xml, dialect.properties: there is a dialect of that name already");
    }

    @Test
    void aFormThatNobodyWritesIsRefused() throws IOException {
        Files.writeString(folder.resolve("dialect.properties"), "form=COREOR:D:99Z:UN\nmedia-type=text/csv\nlayout=text\n");

        assertThatThrownBy(() -> Dialects.builtIn().andSmooks(SmooksDialect.allIn(dialects))).isInstanceOf(RefusedDialectException.class)
                .hasMessageContaining("COREOR:D:99Z:UN, which Fairway does not write");
    }
}
