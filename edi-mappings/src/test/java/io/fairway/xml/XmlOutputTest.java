package io.fairway.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.UnwritableDocumentException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlOutputTest {

    @Test
    void leavesOutWhatHasNothingInIt() {
        var xml = new XmlOutput().open("Consignment").leaf("bill", "ID", "B1").open("Consignee").leaf("", "Name", " ").close()
                .open("Agent").attribute("code", "ID", "A").close().openAlways("Declaration").close().close();

        assertThat(xml.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Consignment>
                  <ID>B1</ID>
                  <Agent ID="A"></Agent>
                  <Declaration></Declaration>
                </Consignment>
                """);
    }

    @Test
    void whatItWritesIsReadBack() {
        String value = "a & b < c > d \" ' \t 上海 😀";
        byte[] bytes = new XmlOutput().open("Manifest").open("Note").attribute("", "kind", value).text("", value).close().close().bytes();

        XmlElement note = XmlInputs.read(bytes).parts().getFirst();
        assertThat(note.text()).isEqualTo(value);
        assertThat(note.attribute("kind").orElseThrow().value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0, 0x1, 0x1B, 0xD800, 0xDC00, 0xFFFE, 0xFFFF})
    void refusesWhatXmlCannotHold(int character) {
        var xml = new XmlOutput().open("Consignee");

        assertThatThrownBy(() -> xml.leaf("consignee.name", "Name", "A" + (char) character + "B"))
                .isInstanceOf(UnwritableDocumentException.class).hasMessageStartingWith("consignee.name: XML 1.0 cannot hold character U+");
    }

    @Test
    void refusesWhatIsLongerThanTheFormAllows() {
        var xml = new XmlOutput().open("Consignee").leaf("name", "Name", "蓝".repeat(35), 35);

        assertThatThrownBy(() -> xml.leaf("name", "Name", "x".repeat(36), 35)).isInstanceOf(UnwritableDocumentException.class);
        assertThatThrownBy(() -> xml.leaf("name", "Name", "two\nlines", 35)).isInstanceOf(UnwritableDocumentException.class);
    }

    @Test
    void refusesToEndBeforeEverythingIsClosed() {
        var xml = new XmlOutput().open("Manifest");

        assertThatThrownBy(xml::bytes).isInstanceOf(IllegalStateException.class);
    }
}
