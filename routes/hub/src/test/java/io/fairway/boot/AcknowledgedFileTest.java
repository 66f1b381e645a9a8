package io.fairway.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.usecase.AcknowledgedList.Acknowledged;
import io.fairway.usecase.PartyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of what was acknowledged, as a file. */
class AcknowledgedFileTest {
    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasListedAndLeavesOutALineThatACrashCutShort() throws IOException {
        Path file = folder.resolve("list.tsv");
        var list = new AcknowledgedFile(file);
        assertThat(list.last()).isEmpty();

        list.append(List.of(at(1), at(2)));
        Files.writeString(file, "\n3\t2026-03-02T01:15:00Z\tHUBL", StandardOpenOption.APPEND);
        list.append(List.of(at(4)));

        List<Acknowledged> all = new ArrayList<>();
        list.each(all::add);
        assertThat(all).containsExactly(at(1), at(2), at(4));
        assertThat(list.last()).contains(at(4));
    }

    private static Acknowledged at(long place) {
        return new Acknowledged(place, Instant.parse("2026-03-02T01:15:00Z"), new PartyId("HUBLINE"), new UUID(0, place), "ab".repeat(32));
    }
}
