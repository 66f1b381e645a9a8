package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BILL;
import static io.fairway.clearance.ClearanceSamples.forwarder;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.DeclaredItem;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.Licence;
import io.fairway.document.OriginCertificate;
import io.fairway.document.PackingList;
import io.fairway.document.Party;
import io.fairway.document.SupportingDocument;
import io.fairway.document.TradeDocument;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.HsCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A declaration of 12,450 kg of pumps in 420 packages for an importer, on 4 March, that names one document. */
class NamedDocumentsTest {
    private static final Party IMPORTER = new Party("913101150000000000", "BLUE CRANE", "", "", "", "CN");
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    /** Knows one document, and how much other declarations hold under it. */
    private record OneDocument(Optional<TradeDocument> document, BigDecimal declaredElsewhere) implements NamedDocuments.Register {
        @Override
        public Optional<TradeDocument> named(String typeCode, String number) {
            return document;
        }

        @Override
        public BigDecimal declaredElsewhere(Licence licence, HsCode commodity, DeclarationKey besides) {
            return declaredElsewhere;
        }
    }

    @Test
    void findsNothingWhenTheLicenceIsForTheseGoodsThisPartyAndThisDay() {
        assertThat(codes("911", licence(MARCH.plusMonths(1), IMPORTER, "841370", "20000"), "0")).isEmpty();
    }

    @Test
    void findsALicenceThatIsUnknown() {
        assertThat(codes("911", Optional.empty(), "0")).containsExactly("DOCUMENT_UNKNOWN");
        assertThat(found("911", Optional.empty(), "0").getFirst().mustAct()).isEqualTo(Discrepancy.MustAct.ISSUER);
    }

    @Test
    void findsALicenceThatWasWithdrawn() {
        var withdrawn = new Licence("L1", DocumentFunction.CANCEL, Direction.IMPORT, Party.named("OFFICE"), IMPORTER, MARCH, MARCH.plusYears(1), List.of());

        assertThat(codes("911", Optional.of(withdrawn), "0")).containsExactly("DOCUMENT_UNKNOWN");
    }

    @Test
    void findsALicenceThatHasEnded() {
        assertThat(codes("911", licence(MARCH, IMPORTER, "841370", "20000"), "0")).containsExactly("LICENCE_NOT_IN_FORCE");
    }

    @Test
    void findsALicenceOfAnotherParty() {
        assertThat(codes("911", licence(MARCH.plusMonths(1), Party.coded("913100000000000001"), "841370", "20000"), "0"))
                .containsExactly("DOCUMENT_OF_ANOTHER_PARTY");
    }

    @Test
    void findsALicenceForOtherGoods() {
        assertThat(codes("911", licence(MARCH.plusMonths(1), IMPORTER, "850440", "20000"), "0")).containsExactly("DOCUMENT_FOR_OTHER_GOODS");
    }

    @Test
    void findsThatALicenceIsUsedUpByWhatOthersDeclareUnderIt() {
        assertThat(codes("911", licence(MARCH.plusMonths(1), IMPORTER, "841370", "20000"), "7550")).isEmpty();
        assertThat(codes("911", licence(MARCH.plusMonths(1), IMPORTER, "841370", "20000"), "7551")).containsExactly("LICENCE_USED_UP");
    }

    @Test
    void findsACertificateOfAnotherOrigin() {
        var certificate = new OriginCertificate("C1", DocumentFunction.ORIGINAL, Party.named("CHAMBER"), Party.named("PUMPS BV"), IMPORTER, "DE", MARCH,
                Optional.empty(), List.of(new OriginCertificate.CertifiedGoods(new HsCode("841370"), "PUMPS", Optional.empty())));

        assertThat(codes("861", Optional.of(certificate), "0")).containsExactly("CERTIFICATE_OF_OTHER_ORIGIN");
    }

    @Test
    void comparesAPackingListWhenItIsKnownAndDoesNotAskForIt() {
        var list = new PackingList("P1", DocumentFunction.ORIGINAL, Party.named("PUMPS BV"), IMPORTER, MARCH, List.of(new BillNumber("OTHERBILL1")),
                List.of(), 419, new BigDecimal("13000"), List.of());

        assertThat(codes("271", Optional.of(list), "0")).containsExactly("PACKING_LIST_OF_OTHER_BILL", "PACKING_LIST_OTHER_PACKAGES",
                "PACKING_LIST_OTHER_WEIGHT");
        assertThat(codes("271", Optional.empty(), "0")).isEmpty();
    }

    private List<String> codes(String type, Optional<TradeDocument> known, String elsewhere) {
        return found(type, known, elsewhere).stream().map(Discrepancy::code).toList();
    }

    private List<Discrepancy> found(String type, Optional<TradeDocument> known, String elsewhere) {
        GoodsDeclaration plain = ClearanceSamples.declaration(DocumentFunction.ORIGINAL, 1);
        var item = new DeclaredItem(1, new HsCode("8413709990"), "PUMP", "NL", Optional.of(new BigDecimal("12450")), Optional.empty(), Optional.empty(),
                Optional.empty(), "", List.of());
        var declaration = new GoodsDeclaration(plain.lrn(), plain.function(), 1, plain.direction(), "40", "2248", plain.declaredOn(), Optional.empty(),
                plain.voyage(), List.of(BILL), List.of(), "NL", plain.portOfDischarge(), plain.declarant(), Optional.of(IMPORTER), Optional.empty(),
                plain.packages(), "CT", Optional.of(new BigDecimal("12450")), "CIF", Optional.empty(),
                List.of(new SupportingDocument(type, "L1", Optional.empty(), Optional.empty())), List.of(item));
        Story told = Story.withManifest();
        told.say(declaration, forwarder(told.next()));
        return NamedDocuments.compare(told.state(), new OneDocument(known, new BigDecimal(elsewhere)));
    }

    private static Optional<TradeDocument> licence(LocalDate until, Party holder, String commodity, String kilograms) {
        return Optional.of(new Licence("L1", DocumentFunction.ORIGINAL, Direction.IMPORT, Party.named("OFFICE"), holder, LocalDate.parse("2026-01-01"),
                until, List.of(new Licence.LicensedGoods(new HsCode(commodity), "PUMPS", Optional.of(new BigDecimal(kilograms))))));
    }
}
