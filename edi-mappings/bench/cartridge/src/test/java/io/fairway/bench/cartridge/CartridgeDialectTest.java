package io.fairway.bench.cartridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ReadingProfile;
import io.fairway.fixture.Fixtures;
import io.fairway.smooks.SmooksDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dialect that selects the stock cartridge, with the cartridge on the class path; it compiles its schema for half a minute. */
@Tag("long")
class CartridgeDialectTest {
    private static final ReadingProfile PROFILE = new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of());

    @TempDir
    private Path folder;

    @Test
    void aManifestIsWrittenThroughTheStockCartridge() throws IOException {
        for (String file : List.of("dialect.properties", "smooks-config.xml", "manifest.ftl")) {
            Files.write(folder(file), Fixtures.bytes("smooks/stock-cartridge/" + file));
        }
        SmooksDialect dialect = SmooksDialect.allIn(folder).getFirst();

        var translation = dialect.translate(Fixtures.bytes("edifact/cuscar_d95b_import_cargo_report.edi"), PROFILE);

        assertThat(new String(translation.bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                report CAR2603-017W of voyage 017W
                container HUBU2000016 22G1
                container HUBU2000021 45G1
                bill HUBLRTM2600171
                bill HUBLRTM2600172
                """);
    }

    private Path folder(String file) throws IOException {
        return Files.createDirectories(folder.resolve("stock-cartridge")).resolve(file);
    }
}
