package io.fairway.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.finding.Place;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places are exact wherever the parser's and our buffers happen to end. */
class XmlPlacesTest {
    private static final int CONSIGNMENTS = 3000;
    private static final List<String> FILLERS = List.of("PUMPS", "上海", "😀", "&amp;", "\r\n", "\n", "<!-- 备注 > < -->",
            "<?note ><?>", "<![CDATA[<a> 蓝]]>");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "GB18030"})
    void everyValueIsFoundAtItsOffsetLineAndColumn(String encoding) {
        Charset charset = Charset.forName(encoding);
        byte[] bytes = document(encoding, new Random(7)).getBytes(charset);

        List<XmlElement> parts = XmlInputs.read(bytes).parts();

        assertThat(parts).hasSize(CONSIGNMENTS);
        int newline = 0;
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < parts.size(); i++) {
            XmlElement id = XmlInputs.find(parts.get(i), "Contract/ID");
            Place place = id.place();
            byte[] value = ("HUB" + i + "#").getBytes(charset);
            int offset = (int) place.offset();
            assertThat(Arrays.copyOfRange(bytes, offset, offset + value.length)).as("value %d", i).isEqualTo(value);
            String passed = new String(bytes, newline, offset - newline, charset);
            int breaks = (int) passed.replace("\r\n", "\n").chars().filter(c -> c == '\n').count();
            if (breaks > 0) {
                line += breaks;
                lineStart = offset - passed.substring(passed.lastIndexOf('\n') + 1).getBytes(charset).length;
            }
            newline = offset;
            assertThat(place.line()).as("line of value %d", i).isEqualTo(line);
            assertThat(place.column()).as("column of value %d", i).isEqualTo(offset - lineStart + 1);
        }
    }

    private static String document(String encoding, Random random) {
        var document = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n<Manifest xmlns=\"urn:x\">");
        for (int i = 0; i < CONSIGNMENTS; i++) {
            document.append("<Consignment note='a > b \"'>");
            for (int j = random.nextInt(12); j > 0; j--) {
                document.append(FILLERS.get(random.nextInt(FILLERS.size())));
            }
            document.append("<Contract\n\tkind=\"上海'>\"><ID>HUB").append(i).append("#</ID></Contract></Consignment>");
        }
        return document.append("</Manifest>").toString();
    }
}
