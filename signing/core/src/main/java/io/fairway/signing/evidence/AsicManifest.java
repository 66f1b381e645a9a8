package io.fairway.signing.evidence;

import io.fairway.signing.HardenedXml;
import io.fairway.signing.evidence.EvidenceWriter.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** ASiCManifest.xml: which files a signature in an ASiC-E container covers, by SHA-256 (ETSI EN 319 162-1, annex A.4). */
final class AsicManifest {
    private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private AsicManifest() {
    }

    static byte[] write(String signature, Map<String, Written> parts) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<asic:ASiCManifest xmlns:asic=\"").append(ASIC)
                .append("\" xmlns:ds=\"").append(DSIG).append("\">\n  <asic:SigReference URI=\"").append(signature)
                .append("\" MimeType=\"application/pkcs7-signature\"/>\n");
        parts.forEach((path, part) -> out.append("  <asic:DataObjectReference URI=\"").append(path).append("\" MimeType=\"")
                .append(part.mediaType()).append("\"><ds:DigestMethod Algorithm=\"").append(SHA256).append("\"/><ds:DigestValue>")
                .append(Base64.getEncoder().encodeToString(part.digest())).append("</ds:DigestValue></asic:DataObjectReference>\n"));
        return out.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @return digest of each file, by its path
     * @throws IOException when this is not a manifest, names a file twice, or uses another digest
     */
    static SortedMap<String, byte[]> read(byte[] xml) throws IOException {
        NodeList references = HardenedXml.read(xml).getElementsByTagNameNS(ASIC, "DataObjectReference");
        Map<String, byte[]> digests = new LinkedHashMap<>();
        for (int i = 0; i < references.getLength(); i++) {
            Element reference = (Element) references.item(i);
            if (!SHA256.equals(only(reference, "DigestMethod").getAttribute("Algorithm"))) {
                throw new IOException("The manifest uses a digest other than SHA-256");
            }
            try {
                byte[] digest = Base64.getDecoder().decode(only(reference, "DigestValue").getTextContent().strip());
                if (digests.put(reference.getAttribute("URI"), digest) != null) {
                    throw new IOException("The manifest names a file twice");
                }
            } catch (IllegalArgumentException e) {
                throw new IOException("A digest in the manifest cannot be read", e);
            }
        }
        return new TreeMap<>(digests);
    }

    private static Element only(Element parent, String name) throws IOException {
        NodeList found = parent.getElementsByTagNameNS(DSIG, name);
        if (found.getLength() != 1) {
            throw new IOException("Expected one " + name + " for each file of the manifest");
        }
        return (Element) found.item(0);
    }
}
