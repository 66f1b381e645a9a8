package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoriesTest {
    private final Directories directories = new Directories();

    @ParameterizedTest
    @ValueSource(strings = {"95B", "96A", "96B", "97A", "98B", "99A", "99B", "00B", "01B", "02B", "03A", "03B", "04A", "05B", "11A", "12B",
        "13B", "16A", "21B"})
    void hasTheMessagesOfThePortInEveryDirectory(String release) {
        var directory = directories.of("CUSCAR", "D", release, directories.service(3)).orElseThrow();

        for (var type : List.of("CUSCAR", "CUSDEC", "CUSRES", "CUSREP", "IFTMCS", "IFTMIN", "IFTSTA", "IFTDGN", "COPRAR", "COARRI",
                "CODECO", "COREOR", "COPINO", "BAPLIE", "MOVINS", "PAXLST", "COPARN")) {
            var table = directory.message(type).orElseThrow();
            assertThat(table.root().children()).as(type + " D." + release).isNotEmpty();
            assertThat(table.segments().values()).allMatch(segment -> !segment.positions().isEmpty());
        }
    }

    @Test
    void understandsAGroupedMessage() {
        var table = directories.of("CUSCAR", "D", "95B", directories.service(3)).flatMap(directory -> directory.message("CUSCAR")).orElseThrow();

        var consignments = table.root().children().stream().filter(node -> node.tag().equals("CNI")).findFirst().orElseThrow();
        assertThat(consignments.isGroup()).isTrue();
        assertThat(consignments.maximum()).isEqualTo(9999);
        assertThat(consignments.children()).extracting("tag").containsExactly("CNI", "CNT", "RFF");
    }

    @Test
    void spreadsRepeatedElementsOverPositions() {
        var table = directories.of("CUSCAR", "D", "95B", directories.service(3)).flatMap(directory -> directory.segment("GID")).orElseThrow();

        assertThat(table.positions()).extracting("id").containsExactly("1496", "C213", "C213", "C213");
        assertThat(table.spread()).containsExactly(1, 3);
    }

    @Test
    void knowsNothingOfOtherDirectories() {
        assertThat(directories.of("CUSCAR", "D", "99Z", directories.service(3))).isEmpty();
        assertThat(directories.of("CUSCAR", "S", "95B", directories.service(3))).isEmpty();
        assertThat(directories.of("CONTRL", "D", "03B", directories.service(3))).contains(directories.service(3));
        assertThat(directories.of("CONTRL", "D", "3", directories.service(4))).contains(directories.service(4));
        assertThat(directories.of("CUSCAR", "D", "95B", directories.service(3)).flatMap(directory -> directory.message("CUSXYZ"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void hasTheServiceSegmentsOfEverySyntax(int syntax) {
        var service = directories.service(syntax);

        for (var tag : List.of("UNB", "UNG", "UNH", "UNS", "UNT", "UNE", "UNZ", "UCI", "UCM", "UCS", "UCD", "UCF")) {
            assertThat(service.segment(tag)).as(tag).isPresent();
        }
        assertThat(service.message("CONTRL")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"D, 23A, D.21B", "D, 95A, D.95B", "D, 98A, D.98B", "D, 10B, D.11A", "2, 912, D.95B", "'', '', D.95B"})
    void takesTheNearestDirectoryForOneItHasNoTableOf(String version, String release, String nearest) {
        assertThat(directories.nearest("CUSCAR", version, release).flatMap(directory -> directory.message("CUSCAR")))
                .hasValueSatisfying(table -> assertThat(table.directory()).isEqualTo(nearest));
        assertThat(directories.nearest("VERMAS", version, release).flatMap(directory -> directory.message("VERMAS"))).isPresent();
    }

    @Test
    void takesNoDirectoryForWhatIsNone() {
        assertThat(directories.nearest("CUSCAR", "D", "99Z")).isEmpty();
        assertThat(directories.nearest("CONTRL", "D", "9")).isEmpty();
    }
}
