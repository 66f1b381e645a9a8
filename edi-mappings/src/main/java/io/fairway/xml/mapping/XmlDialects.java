package io.fairway.xml.mapping;

import io.fairway.document.ContainerMovementReport.Movement;
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
    public static final String MT1101 = MtType.MT1101.name();
    /** Receipt of an MT1101 manifest. */
    public static final String MT1101_RECEIPT = MtType.MT1101.receipt();
    /** Pre-loading manifest. */
    public static final String MT2101 = MtType.MT2101.name();
    /** Arrival report of goods for export. */
    public static final String MT3101 = MtType.MT3101.name();
    /** Receipt of an MT3101 arrival report; those of the others are named alike. */
    public static final String MT3101_RECEIPT = MtType.MT3101.receipt();
    /** Loading manifest. */
    public static final String MT4101 = MtType.MT4101.name();
    /** Tally report of an import. */
    public static final String MT5101 = MtType.MT5101.name();
    /** Tally report of an export. */
    public static final String MT5102 = MtType.MT5102.name();

    /** Declaration of China's single window. */
    public static final String DEC_MESSAGE = "DecMessage-3.1";
    /** Business receipt of such a declaration: what customs decided. */
    public static final String DEC_RESULT = "DEC_DATA";
    /** Technical receipt of such a declaration. */
    public static final String DEC_RESPONSE = "DecImportResponse";

    /** Fairway's profile of the FAL data set. */
    public static final String FAL = "FAL-1";

    /** Licences, certificates of origin and packing lists in a profile of ours. */
    public static final String TRADE = "TRADE-1";

    private XmlDialects() {
    }

    /** All of them, one writer per form. */
    public static List<DocumentWriter> writers() {
        return Stream.of(wco(), chinaManifest(), chinaDeclaration(), fal(), trade()).flatMap(List::stream).toList();
    }

    /** WCO Data Model. */
    public static List<DocumentWriter> wco() {
        return List.of(new WcoDeclarationWriter(), new WcoResponseWriter());
    }

    /** Ship's report, persons on board and dangerous goods in Fairway's profile of the FAL data set. */
    public static List<DocumentWriter> fal() {
        return List.of(new FalWriter(FalNames.Profile.FAL));
    }

    /** Licences, certificates of origin and packing lists. */
    public static List<DocumentWriter> trade() {
        return List.of(new FalWriter(FalNames.Profile.TRADE));
    }

    /** The declaration of China's single window and its receipts. */
    public static List<DocumentWriter> chinaDeclaration() {
        return List.of(new DecWriter(), new DecResultWriter(), new DecResponseWriter());
    }

    /** Manifest messages of China Customs and their receipts. */
    public static List<DocumentWriter> chinaManifest() {
        return List.of(new MtManifestWriter(MtType.MT1101), new MtManifestWriter(MtType.MT2101), new MtLoadingWriter(),
                new MtMovementWriter(MtType.MT3101, Movement.GATE_IN), new MtMovementWriter(MtType.MT5101, Movement.DISCHARGED),
                new MtMovementWriter(MtType.MT5102, Movement.LOADED), new MtReceiptWriter(MtType.MT1101), new MtReceiptWriter(MtType.MT2101),
                new MtReportReceiptWriter(MtType.MT3101), new MtReportReceiptWriter(MtType.MT4101), new MtReportReceiptWriter(MtType.MT5101),
                new MtReportReceiptWriter(MtType.MT5102));
    }
}
