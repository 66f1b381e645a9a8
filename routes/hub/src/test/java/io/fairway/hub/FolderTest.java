package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Parties drop files into their folders and find what came of them beside. */
class FolderTest {
    private static final RunningHub HUB = RunningHub.instance();

    @Test
    void takesADroppedFileOnceAndAnswersBesideIt() throws IOException {
        Path own = folder("HUBLINE");
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        byte[] manifest = Voyages.cuscar(List.of(shipment), "X" + shipment.lrn().substring(3));
        drop(own, "manifest.edi", manifest);

        JsonNode receipt = answer(own, "manifest.edi.receipt.json");
        JsonNode outcome = answer(own, "manifest.edi.outcome.json");
        assertThat(receipt.path("repeat").asBoolean()).isFalse();
        assertThat(outcome.path("id")).isEqualTo(receipt.path("id"));
        assertThat(outcome.path("state").asText()).isEqualTo("settled");
        assertThat(HUB.party("HUBLINE").consignment(shipment.bill()).at("/consignment/bill").asText()).isEqualTo(shipment.bill());
        assertThat(names(own.resolve("out"))).anyMatch(name -> name.endsWith("manifest.edi.contrl-1.edi"));
        await().until(() -> names(own.resolve("done")).stream().anyMatch(name -> name.endsWith("manifest.edi")));
        assertThat(names(own.resolve("in"))).doesNotContain("manifest.edi");

        drop(own, "again.edi", manifest);
        JsonNode again = answer(own, "again.edi.receipt.json");
        assertThat(again.path("repeat").asBoolean()).isTrue();
        assertThat(again.path("id")).isEqualTo(receipt.path("id"));
    }

    @Test
    void leavesAFileAloneWhileItGrowsAndWhileItsNameSaysThatItIsNotWhole() throws IOException {
        Path own = folder("HUBFWD");
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        byte[] declaration = Voyages.cusdec(shipment, "Y" + shipment.lrn().substring(3));
        Path growing = own.resolve("in").resolve("growing.edi");
        Path part = Files.write(own.resolve("in").resolve("upload.edi.part"), declaration);
        int step = declaration.length / 12 + 1;
        var written = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofMinutes(1)).until(() -> {
            int from = written.get();
            int to = Math.min(declaration.length, from + step);
            Files.write(growing, Arrays.copyOfRange(declaration, from, to), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written.set(to);
            return to == declaration.length;
        });

        JsonNode outcome = answer(own, "growing.edi.outcome.json");
        assertThat(outcome.at("/interchanges/0/interchange/verdict").asText()).isEqualTo("accepted");
        assertThat(part).exists();
        Files.delete(part);
    }

    @Test
    void followsNoLinkAndRefusesWhatIsNoDocument() throws IOException {
        Path own = folder("OTHERLINE");
        Path secret = Files.writeString(own.resolveSibling("secret.txt"), "not for everybody");
        Path link = Files.createSymbolicLink(own.resolve("in").resolve("link.edi"), secret);
        drop(own, "empty.edi", new byte[0]);
        drop(own, "words.edi", "these are words".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer(own, "empty.edi.refused.json").path("code").asText()).isEqualTo("BODY_EMPTY");
        assertThat(answer(own, "words.edi.outcome.json").path("state").asText()).isEqualTo("unreadable");
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(names(own.resolve("out"))).noneMatch(name -> name.contains("link.edi"));
    }

    @Test
    void takesAgainWhatAHubThatStoppedHadClaimed() throws IOException {
        Path own = folder("OTHERFWD");
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        Path taken = Files.createDirectories(own.resolve("taken"));
        Files.write(taken.resolve("01900000-0000-7000-8000-000000000001.left.edi"), Voyages.cusdec(shipment, "Z" + shipment.lrn().substring(3)));

        assertThat(answer(own, "left.edi.receipt.json").path("id").asText()).isNotEmpty();
        await().until(() -> names(taken).isEmpty());
    }

    private static Path folder(String party) throws IOException {
        Path own = HUB.folders().resolve(party);
        Files.createDirectories(own.resolve("in"));
        return own;
    }

    /** As a careful sender does: the name is there when the content is. */
    private static void drop(Path own, String name, byte[] content) throws IOException {
        Path part = Files.write(own.resolve("in").resolve(name + ".part"), content);
        Files.move(part, own.resolve("in").resolve(name));
    }

    private static JsonNode answer(Path own, String ending) throws IOException {
        await(ending).atMost(Duration.ofMinutes(1)).until(() -> names(own.resolve("out")).stream().anyMatch(name -> name.endsWith("." + ending)));
        String found = names(own.resolve("out")).stream().filter(name -> name.endsWith("." + ending)).findFirst().orElseThrow();
        return new ObjectMapper().readTree(own.resolve("out").resolve(found).toFile());
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")).sorted().toList();
        }
    }
}
