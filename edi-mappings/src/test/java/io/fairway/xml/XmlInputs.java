package io.fairway.xml;

import io.fairway.document.finding.Finding;
import io.fairway.fixture.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Inputs made from a sound manifest, and the reading of them to the end. */
final class XmlInputs {
    static final String MANIFEST = new String(Fixtures.bytes("xml/MT1101_original_manifest.xml"), StandardCharsets.UTF_8);
    private static final Set<String> ENTERED = Set.of("Declaration");

    private XmlInputs() {
    }

    /** The parts, or the finding that reading ended with. */
    record Outcome(List<XmlElement> parts, Optional<Finding> fault) {
        String code() {
            return fault.map(Finding::code).orElse("");
        }
    }

    static Outcome read(byte[] bytes) {
        return read(bytes, XmlLimits.DEFAULT);
    }

    static Outcome read(byte[] bytes, XmlLimits limits) {
        return read(new ByteArrayInputStream(bytes), limits);
    }

    static Outcome read(InputStream input, XmlLimits limits) {
        List<XmlElement> parts = new ArrayList<>();
        try {
            XmlParts reading = XmlParts.open(input, limits);
            Optional<XmlElement> part = reading.next(ENTERED);
            while (part.isPresent()) {
                parts.add(part.get());
                part = reading.next(ENTERED);
            }
            return new Outcome(parts, Optional.empty());
        } catch (XmlFaultException e) {
            return new Outcome(parts, Optional.of(e.finding()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outcome fixture(String path) {
        return read(Fixtures.bytes(path));
    }

    /** The manifest in another encoding, its declaration saying so. */
    static byte[] declaredAs(String name, Charset charset) {
        return MANIFEST.replace("encoding=\"UTF-8\"", "encoding=\"" + name + "\"").getBytes(charset);
    }

    /** The manifest with something put where the name of the consignor stands. */
    static byte[] withName(String name) {
        return MANIFEST.replace("NOORDZEE PUMPS BV", name).getBytes(StandardCharsets.UTF_8);
    }

    static XmlElement find(XmlElement from, String path) {
        XmlElement found = from;
        for (String step : path.split("/")) {
            found = found.first(step).orElseThrow();
        }
        return found;
    }
}
