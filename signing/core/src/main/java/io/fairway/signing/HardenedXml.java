package io.fairway.signing;

import java.io.IOException;
import org.w3c.dom.Document;

/** XML of unknown origin, read without document types, outside references, and depth beyond 256 elements; at most 64 MiB. */
public final class HardenedXml {
    private HardenedXml() {
    }

    /** @throws IOException when it is not XML that is accepted here */
    public static Document read(byte[] xml) throws IOException {
        try {
            return XmlDom.read(xml);
        } catch (SignatureRefusedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
