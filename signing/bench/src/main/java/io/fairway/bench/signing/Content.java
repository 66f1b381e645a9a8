package io.fairway.bench.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.cos.COSName;

/** What is signed: plausible bytes of each kind, the same in every run. */
public final class Content {
    private Content() {
    }

    /** The bytes for a form, about so many. */
    public static byte[] of(Form form, int bytes) {
        return switch (form) {
            case CADES -> repeated("UNB+UNOC:3+HUBLINE:ZZ+HUBPORT:ZZ+260302:0915+MF017W1'",
                    "GID+1+24:PK'FTX+AAA+++CENTRIFUGAL PUMPS'MEA+WT++KGM:1250'", "", bytes);
            case XADES -> repeated("<Manifest xmlns=\"urn:fairway:bench\">",
                    "<Item number=\"1\"><Goods>Centrifugal pumps</Goods><Gross>1250</Gross></Item>", "</Manifest>", bytes);
            case JWS -> repeated("[", "{\"goods\":\"centrifugal pumps\",\"gross\":1250,\"item\":1},", "0]", bytes);
            case PADES -> pdf(bytes);
        };
    }

    private static byte[] repeated(String head, String part, String tail, int bytes) {
        int parts = (bytes - head.length() - tail.length()) / part.length();
        return (head + part.repeat(parts) + tail).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pdf(int bytes) {
        var noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Freight"), new PDStream(document, new ByteArrayInputStream(noise)));
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("A document in memory could not be written", e);
        }
    }
}
