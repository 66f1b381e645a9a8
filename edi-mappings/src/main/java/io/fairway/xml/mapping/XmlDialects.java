package io.fairway.xml.mapping;

import io.fairway.document.DocumentWriter;
import java.util.List;
import java.util.stream.Stream;

/** The XML dialects that are written, by the names that {@link DocumentWriter#dialect()} and message heads give them. */
public final class XmlDialects {
    /** Goods declaration, WCO Data Model 3.6, DMS profile. */
    public static final String WCO_DEC = "WCO-DEC";
    /** Response to a declaration, WCO Data Model 3.6, DMS profile. */
    public static final String WCO_RES = "WCO-RES";
    /** Original manifest of China Customs, sea. */
    public static final String MT1101 = "MT1101";
    /** Receipt of an MT1101 manifest. */
    public static final String MT1101_RECEIPT = "MT1101-RECEIPT";

    private XmlDialects() {
    }

    /** All of them, one writer per form. */
    public static List<DocumentWriter> writers() {
        return Stream.of(wco(), chinaManifest()).flatMap(List::stream).toList();
    }

    /** WCO Data Model. */
    public static List<DocumentWriter> wco() {
        return List.of(new WcoDeclarationWriter(), new WcoResponseWriter());
    }

    /** Manifest messages of China Customs and their receipts. */
    public static List<DocumentWriter> chinaManifest() {
        return List.of(new MtManifestWriter(), new MtReceiptWriter());
    }
}
