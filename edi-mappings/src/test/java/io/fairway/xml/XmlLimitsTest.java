package io.fairway.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlLimitsTest {
    private static final byte[] MANIFEST = XmlInputs.MANIFEST.getBytes(StandardCharsets.UTF_8);
    private static final int LONG = 200_000;

    @Test
    void readsADocumentThatJustFits() {
        var tight = new XmlLimits(6, 60, 1, 100, MANIFEST.length);

        assertThat(XmlInputs.read(MANIFEST, tight).fault()).isEmpty();
    }

    @Test
    void refusesADocumentBeyondEachLimit() {
        assertThat(XmlInputs.read(MANIFEST, new XmlLimits(4, 60, 1, 100, MANIFEST.length)).code()).isEqualTo("XML_LIMIT_DEPTH");
        assertThat(XmlInputs.read(MANIFEST, new XmlLimits(6, 20, 1, 100, MANIFEST.length)).code()).isEqualTo("XML_LIMIT_ELEMENTS");
        assertThat(XmlInputs.read(MANIFEST, new XmlLimits(6, 60, 1, 20, MANIFEST.length)).code()).isEqualTo("XML_LIMIT_TEXT");
        assertThat(XmlInputs.read(MANIFEST, new XmlLimits(6, 60, 1, 100, MANIFEST.length - 1)).code()).isEqualTo("XML_LIMIT_SIZE");
        assertThat(XmlInputs.read(withAttributes(2), new XmlLimits(6, 60, 1, 100, 10_000)).code()).isEqualTo("XML_LIMIT_ATTRIBUTES");
    }

    @Test
    void refusesMoreAttributesThanTheParserItselfAccepts() {
        assertThat(XmlInputs.read(withAttributes(500)).code()).isEqualTo("XML_LIMIT_ATTRIBUTES");
    }

    @Test
    void refusesAHugeTextAttributeCommentInstructionOrRowOfComments() {
        String huge = "x".repeat(LONG);

        assertThat(XmlInputs.read(XmlInputs.withName(huge)).code()).isEqualTo("XML_LIMIT_TEXT");
        assertThat(XmlInputs.read(XmlInputs.withName("<![CDATA[" + huge + "]]>")).code()).isEqualTo("XML_LIMIT_TEXT");
        assertThat(XmlInputs.read(XmlInputs.withName("<a b=\"" + huge + "\"/>")).code()).isEqualTo("XML_LIMIT_TEXT");
        assertThat(XmlInputs.read(XmlInputs.withName("<!--" + huge + "-->")).code()).isEqualTo("XML_LIMIT_TEXT");
        assertThat(XmlInputs.read(XmlInputs.withName("<?p " + huge + "?>")).code()).isEqualTo("XML_LIMIT_TEXT");
        assertThat(XmlInputs.read(XmlInputs.withName("<!-- c -->".repeat(LONG / 5))).code()).isEqualTo("XML_LIMIT_TEXT");
    }

    @Test
    void refusesAHugeNameOrAnEndlessStartTag() {
        assertThat(XmlInputs.read(XmlInputs.withName("<" + "n".repeat(LONG) + "/>")).fault()).isPresent();
        assertThat(XmlInputs.read(("<" + "n".repeat(LONG)).getBytes(StandardCharsets.UTF_8)).fault()).isPresent();
    }

    @Test
    void countsAmpersandsAsTheTextTheyAreHoweverMany() {
        String names = "<Note>A &amp; B &amp; C</Note>".repeat(90_000);

        assertThat(XmlInputs.read(XmlInputs.withName(names)).fault()).isEmpty();
    }

    @Test
    void limitsThemselvesMustBePositive() {
        assertThatThrownBy(() -> new XmlLimits(0, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] withAttributes(int count) {
        var element = new StringBuilder("<Note");
        for (int i = 0; i < count; i++) {
            element.append(" a").append(i).append("=\"\"");
        }
        return XmlInputs.withName(element.append("/>").toString());
    }
}
