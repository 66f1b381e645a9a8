package io.fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.Role;
import io.fairway.dialect.Dialects;
import io.fairway.document.DocumentWriter;
import io.fairway.usecase.PartyRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the example that docs/new-partner-and-new-message.md gives for a new partner. */
class NewPartnerExampleTest {
    private static final Path PAGE = Path.of("../../docs/new-partner-and-new-message.md");

    @TempDir
    Path folder;

    @Test
    void addsThePartnerOfThePageByConfigurationAlone() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```yaml\n") + 8;
        Path file = Files.writeString(folder.resolve("counterparts.yaml"), page.substring(start, page.indexOf("```", start)));

        PartyRecord partner = ConfiguredParties.development(Optional.of(file), ZoneId.of("Asia/Shanghai")).byCode("NTHT1").orElseThrow();

        assertThat(partner.roles()).containsExactly(Role.TERMINAL);
        assertThat(Dialects.builtIn().writers()).extracting(DocumentWriter::dialect).containsAll(partner.dialects().values());
    }
}
