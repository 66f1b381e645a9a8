package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.code.CodeLists;
import io.fairway.document.finding.Finding;
import io.fairway.edifact.EdifactReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the example that docs/new-partner-and-new-message.md gives for a new message. */
class NewMessageExampleTest {
    private static final Path PAGE = Path.of("../docs/new-partner-and-new-message.md");
    private static final Path EXAMPLE = Path.of("src/test/java/io/fairway/edifact/mapping/CalinfMapping.java");

    @Test
    void showsTheClassThatIsRunHere() throws IOException {
        assertThat(Files.readString(EXAMPLE)).contains("// example\n" + block("java") + "// end of example");
    }

    @Test
    void readsTheSampleOfThePageAsThePageSays() throws IOException {
        Reading reading = read(block("edifact"));

        assertThat(reading.findings).noneMatch(Finding::isError);
        assertThat(MessageFolder.printed(reading.parts, reading.lineages)).isEqualTo(block("text"));
    }

    @Test
    void findsTheFaultOfThePage() throws IOException {
        String[] fault = block("faults").strip().split("\\|");

        Finding finding = read(block("edifact").replace(fault[0], fault[1])).finding(fault[2]);

        assertThat(finding.place().segment()).isEqualTo(fault[3]);
        assertThat(finding.fix().orElseThrow().value()).isEqualTo(fault[4]);
    }

    private static Reading read(String interchange) throws IOException {
        var reading = new Reading();
        new EdifactReader().read(new ByteArrayInputStream(interchange.getBytes(StandardCharsets.US_ASCII)), Reading.PROFILE,
                new MappedInterchange(Map.of("CALINF", new CalinfMapping()), CodeLists.NONE, new MemberPaths(), Reading.PROFILE, reading));
        return reading;
    }

    private static String block(String language) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```" + language + "\n") + language.length() + 4;
        return page.substring(start, page.indexOf("```", start));
    }
}
