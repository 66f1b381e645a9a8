package io.fairway.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.finding.Finding;
import io.fairway.fixture.Fixtures;
import io.fairway.xml.XmlInputs.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPartsTest {

    @Test
    void givesEachPartWholeAndInOrder() {
        Outcome outcome = XmlInputs.read(XmlInputs.MANIFEST.getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.parts()).extracting(XmlElement::name).containsExactly("Head", "RepresentativePerson", "ExitCustomsOffice",
                "Agent", "Carrier", "BorderTransportMeans", "Consignment");
        assertThat(XmlInputs.find(outcome.parts().getLast(), "Consignor/Name").text()).isEqualTo("NOORDZEE PUMPS BV");
        assertThat(outcome.parts().getLast().place().segment()).isEqualTo("Manifest/Declaration/Consignment");
    }

    @ParameterizedTest
    @CsvSource({"bad/doctype.xml, XML_DOCTYPE_REFUSED", "bad/billion-laughs.xml, XML_DOCTYPE_REFUSED",
            "bad/external-entity.xml, XML_DOCTYPE_REFUSED", "bad/nested-too-deep.xml, XML_LIMIT_DEPTH",
            "bad/not-well-formed.xml, XML_NOT_WELL_FORMED", "bad/empty.edi, XML_NOT_WELL_FORMED", "bad/not-edifact.txt, XML_NOT_WELL_FORMED"})
    void refusesBadInputWithACode(String fixture, String code) {
        assertThat(XmlInputs.fixture(fixture).code()).isEqualTo(code);
    }

    @Test
    void tellsWhereTheDoctypeStands() {
        Finding finding = XmlInputs.fixture("bad/doctype.xml").fault().orElseThrow();

        String before = new String(Fixtures.bytes("bad/doctype.xml"), 0, (int) finding.place().offset(), StandardCharsets.UTF_8);
        assertThat(before).contains("<!DOCTYPE").doesNotContain("<Manifest");
        assertThat(finding.place().line()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void refusesAnEntityThatWasNeverDeclared() {
        assertThat(XmlInputs.read(XmlInputs.withName("&company;")).code()).isEqualTo("XML_ENTITY_REFUSED");
    }

    @Test
    void keepsTheFivePredefinedEntitiesAndCharacterReferences() {
        Outcome outcome = XmlInputs.read(XmlInputs.withName("A &amp; B &lt;&#x4E0A;&#28023;&gt; &quot;&apos;"));

        assertThat(XmlInputs.find(outcome.parts().getLast(), "Consignor/Name").text()).isEqualTo("A & B <上海> \"'");
    }

    @Test
    void readsAnIncludeAsAnElementLikeAnyOther() {
        String include = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\" parse=\"text\"/>";
        Outcome outcome = XmlInputs.read(XmlInputs.withName(include));

        assertThat(outcome.fault()).isEmpty();
        assertThat(XmlInputs.find(outcome.parts().getLast(), "Consignor/Name/include").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 90, 700, 2400, 2950})
    void findsThatATruncatedDocumentIsNotWellFormed(int length) {
        byte[] whole = XmlInputs.MANIFEST.getBytes(StandardCharsets.UTF_8);

        Finding finding = XmlInputs.read(Arrays.copyOf(whole, length)).fault().orElseThrow();

        assertThat(finding.code()).isEqualTo("XML_NOT_WELL_FORMED");
        assertThat(finding.place().offset()).isBetween(0L, (long) length);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "UTF-16, UTF-16", "UTF-16LE, UTF-16LE", "UTF-16, UTF-16BE", "GB18030, GB18030", "GBK, GBK", "gb2312, GBK",
            "ISO-8859-1, ISO-8859-1", "US-ASCII, US-ASCII"})
    void readsTheEncodingsOfTheTrade(String declared, String charset) {
        Outcome outcome = XmlInputs.read(XmlInputs.declaredAs(declared, Charset.forName(charset)));

        assertThat(outcome.fault()).isEmpty();
        assertThat(outcome.parts()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, UTF-8, XML_ENCODING_CONTRADICTED", "UTF-8, UTF-16, XML_ENCODING_CONTRADICTED",
            "EBCDIC-CP-US, UTF-8, XML_ENCODING_UNSUPPORTED", "UTF-7, UTF-8, XML_ENCODING_UNSUPPORTED"})
    void refusesAnEncodingThatIsNotWhatItSaysOrNotKnown(String declared, String charset, String code) {
        assertThat(XmlInputs.read(XmlInputs.declaredAs(declared, Charset.forName(charset))).code()).isEqualTo(code);
    }

    @Test
    void findsBytesThatAreNoCharacters() {
        byte[] latin = XmlInputs.MANIFEST.replace("NOORDZEE", "ÜBERSEE").getBytes(StandardCharsets.ISO_8859_1);

        Finding finding = XmlInputs.read(latin).fault().orElseThrow();

        assertThat(finding.code()).isEqualTo("XML_UNDECODABLE");
        assertThat(latin[(int) finding.place().offset()]).isEqualTo((byte) 0xDC);
    }

    @Test
    void refusesAnotherVersionOfXml() {
        byte[] bytes = XmlInputs.MANIFEST.replace("version=\"1.0\"", "version=\"1.1\"").getBytes(StandardCharsets.UTF_8);

        assertThat(XmlInputs.read(bytes).code()).isEqualTo("XML_VERSION_UNSUPPORTED");
    }

    @Test
    void passesOnABrokenStreamAsItsOwnException() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cable");
            }
        };

        assertThatThrownBy(() -> XmlInputs.read(broken, XmlLimits.DEFAULT)).isInstanceOf(UncheckedIOException.class).hasMessageContaining("cable");
    }
}
