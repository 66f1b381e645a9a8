package io.fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.finding.Severity;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredPartiesTest {
    private static final ZoneId PORT = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    @Test
    void knowsTheDevelopmentPartiesByIdCodeAndRole() {
        var parties = ConfiguredParties.development(Optional.empty(), PORT);

        assertThat(parties.byCode("HUBL").map(PartyRecord::id)).contains(new PartyId("HUBLINE"));
        assertThat(parties.byCode("3122480007").map(PartyRecord::id)).contains(new PartyId("HUBFWD"));
        assertThat(parties.byCode("HUBTERM").map(PartyRecord::id)).contains(new PartyId("HUBTERM"));
        assertThat(parties.withRole(Role.CUSTOMS, Environment.LIVE)).extracting(PartyRecord::id).containsExactly(new PartyId("CNCUSTOMS"));
        assertThat(parties.withRole(Role.CUSTOMS, Environment.TEST)).extracting(PartyRecord::id).containsExactly(new PartyId("CNTEST"));
        assertThat(parties.byCode("NOBODY")).isEmpty();
    }

    @Test
    void laysAFileOverThem() throws IOException {
        var parties = ConfiguredParties.development(Optional.of(file("""
                counterparts:
                  - party: CNCUSTOMS
                    endpoint: http://127.0.0.1:9001/in
                    dialects: {Manifest: MT1101}
                  - party: NEWLINE
                    name: New Line
                    environment: live
                    roles: [carrier]
                    codes: [NEWL]
                    zone: Europe/Rotterdam
                """.replace("Europe/Rotterdam", "Europe/Amsterdam"))), PORT);

        PartyRecord customs = parties.find(new PartyId("CNCUSTOMS")).orElseThrow();
        PartyRecord fresh = parties.byCode("NEWL").orElseThrow();
        assertThat(customs.endpoint()).contains(new Endpoint.Http(URI.create("http://127.0.0.1:9001/in")));
        assertThat(customs.roles()).containsExactly(Role.CUSTOMS);
        assertThat(customs.dialects()).containsEntry("GoodsDeclaration", "WCO-DEC");
        assertThat(fresh.reading().zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
        assertThat(fresh.environment()).isEqualTo(Environment.LIVE);
    }

    @Test
    void weighsFindingsAsTheFileSays() throws IOException {
        var parties = ConfiguredParties.development(Optional.of(file("""
                counterparts:
                  - party: HUBLINE
                    charset: windows-1251
                    severities: {CODE_NOT_IN_LIST: error, SEGMENT_MISSING@CNT: warning}
                    overlay: [codes 8155 any, 'occurs CODECO EQD/SEL 0:99']
                """)), PORT);

        var reading = parties.find(new PartyId("HUBLINE")).orElseThrow().reading();
        assertThat(reading.charset()).contains(Charset.forName("windows-1251"));
        assertThat(reading.overlay()).containsExactly("codes 8155 any", "occurs CODECO EQD/SEL 0:99");
        assertThat(reading.severities()).containsEntry("CODE_NOT_IN_LIST", Severity.ERROR)
                .containsEntry("SEGMENT_MISSING@CNT", Severity.WARNING);
    }

    @Test
    void putsAPartyOfWhichLittleIsSaidInTestAndGivesItNoRoles() throws IOException {
        var parties = ConfiguredParties.outside(Optional.of(file("counterparts: [{party: BRIEF}]")), PORT);

        PartyRecord brief = parties.find(new PartyId("BRIEF")).orElseThrow();
        assertThat(brief.environment()).isEqualTo(Environment.TEST);
        assertThat(brief.roles()).isEmpty();
        assertThat(parties.all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parties: []                                                   | expected one list named counterparts
            counterparts: [{name: X}]                                     | an entry has no party
            counterparts: [{party: lower}]                                | not a party: lower
            counterparts: [{party: XX, roles: [king]}]                    | unknown role: king
            counterparts: [{party: XX, environment: prod}]                | unknown environment: prod
            counterparts: [{party: XX, endpoint: 'file:///etc/passwd'}]   | is not an absolute http or https address
            counterparts: [{party: XX, endpoint: 'http:// x'}]            | is not an address
            counterparts: [{party: XX, zone: Nowhere/Land}]               | not a zone
            counterparts: [{party: XX, charset: none}]                    | not a charset
            counterparts: [{party: XX, enviroment: live}]                 | unknown member enviroment
            counterparts: [{party: XX, severities: {UNT_COUNT: fatal}}]   | unknown severity: fatal
            counterparts: [{party: XX, severities: {unt: error}}]         | not a finding code
            counterparts: [{party: XX, severities: [UNT_COUNT]}]          | severities must map
            counterparts: [{party: XX, overlay: [codes 8155 none]}]       | unknown line of an overlay: codes 8155 none
            counterparts: [{party: XX, codes: HUBL}]                      | codes must be a list
            counterparts: [{party: XX, codes: [HUBL]}]                    | the code HUBL names both HUBLINE and XX
            counterparts: [{party: XX}                                    | not YAML
            """)
    void refusesAFileThatSaysSomethingElse(String yaml, String why) throws IOException {
        Path file = file(yaml);

        assertThatThrownBy(() -> ConfiguredParties.development(Optional.of(file), PORT))
                .isInstanceOf(PartyFileException.class).hasMessageContaining(why);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> ConfiguredParties.development(Optional.of(folder.resolve("absent.yaml")), PORT))
                .isInstanceOf(PartyFileException.class).hasMessageContaining("absent.yaml");
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("counterparts.yaml"), yaml);
    }
}
