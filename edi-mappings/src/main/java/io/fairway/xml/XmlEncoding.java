package io.fairway.xml;

import io.fairway.document.finding.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The character encoding of an XML input, found as XML 1.0 appendix F says: byte order mark, shape of the first characters,
 * declaration. Only encodings met in port practice are known; whatever else Java could decode is refused.
 *
 * @param markBytes length of the byte order mark, which is not part of the text
 */
record XmlEncoding(Charset charset, int markBytes) {
    /** Bytes of the input that must be at hand to find the encoding. */
    static final int HEAD_BYTES = 256;

    private static final Pattern DECLARED = Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Map<String, Charset> KNOWN = Map.ofEntries(
            Map.entry("UTF-8", StandardCharsets.UTF_8), Map.entry("UTF8", StandardCharsets.UTF_8),
            Map.entry("US-ASCII", StandardCharsets.US_ASCII), Map.entry("ASCII", StandardCharsets.US_ASCII),
            Map.entry("ISO-8859-1", StandardCharsets.ISO_8859_1), Map.entry("LATIN1", StandardCharsets.ISO_8859_1),
            Map.entry("GB18030", Charset.forName("GB18030")), Map.entry("GBK", Charset.forName("GBK")),
            Map.entry("GB2312", Charset.forName("GBK")));

    /** @param head the first {@value #HEAD_BYTES} bytes, or all when there are fewer */
    static XmlEncoding of(byte[] head) throws XmlFaultException {
        Optional<XmlEncoding> seen = seen(head);
        Charset reading = seen.map(XmlEncoding::charset).orElse(StandardCharsets.ISO_8859_1);
        int mark = seen.map(XmlEncoding::markBytes).orElse(0);
        Matcher declaration = DECLARED.matcher(new String(head, mark, head.length - mark, reading));
        if (!declaration.find()) {
            return seen.orElse(new XmlEncoding(StandardCharsets.UTF_8, 0));
        }
        String declared = declaration.group(1).toUpperCase(Locale.ROOT);
        Place place = new Place("", "", 0, 0, 0, 0, 1, 1);
        if (seen.isPresent()) {
            if (agrees(declared, seen.get().charset())) {
                return seen.get();
            }
            throw XmlFault.XML_ENCODING_CONTRADICTED.at(place, declared);
        }
        if (declared.startsWith("UTF-16")) {
            throw XmlFault.XML_ENCODING_CONTRADICTED.at(place, declared);
        }
        Charset charset = KNOWN.get(declared);
        if (charset == null) {
            throw XmlFault.XML_ENCODING_UNSUPPORTED.at(place, declared);
        }
        return new XmlEncoding(charset, 0);
    }

    private static Optional<XmlEncoding> seen(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new XmlEncoding(StandardCharsets.UTF_8, 3));
        }
        if (starts(head, 0xFE, 0xFF)) {
            return Optional.of(new XmlEncoding(StandardCharsets.UTF_16BE, 2));
        }
        if (starts(head, 0xFF, 0xFE)) {
            return Optional.of(new XmlEncoding(StandardCharsets.UTF_16LE, 2));
        }
        if (starts(head, 0x00, '<')) {
            return Optional.of(new XmlEncoding(StandardCharsets.UTF_16BE, 0));
        }
        return starts(head, '<', 0x00) ? Optional.of(new XmlEncoding(StandardCharsets.UTF_16LE, 0)) : Optional.empty();
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean agrees(String declared, Charset seen) {
        return declared.equals(seen.name()) || declared.equals("UTF8") && seen.equals(StandardCharsets.UTF_8)
                || declared.equals("UTF-16") && seen.name().startsWith("UTF-16");
    }
}
