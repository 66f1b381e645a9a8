package io.fairway.xml.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.DeclaredItem;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.Money;
import io.fairway.document.Party;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.finding.Severity;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.UnLocode;
import io.fairway.fixture.Fixtures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class WcoDocumentsTest {
    private static final byte[] DECLARATION = Fixtures.bytes("xml/WCO_DEC_DMS_import.xml");
    private static final byte[] RESPONSE = Fixtures.bytes("xml/WCO_RES_DMS_release.xml");

    @Test
    void theSamplesAreWhatTheSchemasAllow() {
        Assumptions.assumeTrue(WcoSchemas.arePresent(), WcoSchemas.missing());

        WcoSchemas.assertValid(DECLARATION);
        WcoSchemas.assertValid(RESPONSE);
    }

    @Test
    void readsTheSampleDeclarationWhole() {
        Reading reading = Reading.of(DECLARATION);

        var item = new DeclaredItem(1, new HsCode("84137099"), "CENTRIFUGAL PUMP, 7.5 KW", "NL", Optional.of(new BigDecimal("9800")),
                Optional.of(new BigDecimal("12450")), Optional.of(new Money(new BigDecimal("158000"), "GBP")), Optional.of(420), "CT",
                List.of());
        assertThat(reading.parts).containsExactly(new GoodsDeclaration(new LocalReferenceNumber("HUBIM-260304-0007"),
                DocumentFunction.ORIGINAL, 1, Direction.IMPORT, "40", "GBFXT001", Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), List.of(new ContainerNumber("HUBU2000016")), "NL", Optional.of(new UnLocode("GBFXT")),
                Party.coded("GB123456789000"), Optional.of(Party.coded("GB987654321000")),
                Optional.of(new Party("", "NOORDZEE PUMPS BV", "EUROPAWEG 12", "ROTTERDAM", "3199LC", "NL")), Optional.of(420), "",
                Optional.empty(), "", Optional.empty(), List.of(), List.of(item)));
        assertThat(reading.envelope).contains(new Envelope(Syntax.XML, "HUBIM-260304-0007/9", "GB123456789000", "", Environment.LIVE, 0));
        assertThat(reading.message).contains(new MessageHead("1", "WCO-DEC"));
        assertThat(reading.verdict).contains(Verdict.CLEAN);
    }

    @Test
    void warnsThatTheSampleDeclarationNamesNoBill() {
        var finding = Reading.of(DECLARATION).onlyFinding();

        assertThat(finding.code()).isEqualTo("DECLARATION_WITHOUT_BILL");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.place().line()).isEqualTo(8);
    }

    @Test
    void reportsWhatOfTheSampleDeclarationIsNotCarriedOver() {
        Lineage lineage = Reading.of(DECLARATION).lineages.getFirst();

        assertThat(lineage.unused())
                .extracting(unused -> unused.place().segment().replaceFirst("MetaData/(Declaration/)?", "") + "=" + unused.value())
                .containsExactlyInAnyOrder("ResponsibleCountryCode=GB", "ResponsibleAgencyName=HMRC",
                        "BorderTransportMeans/RegistrationNationalityCode=SG", "BorderTransportMeans/ModeCode=1",
                        "GoodsShipment/TransactionNatureCode=11", "GoodsShipment/Consignment/ArrivalTransportMeans/ID=9745677",
                        "GoodsShipment/Consignment/ArrivalTransportMeans/IdentificationTypeCode=10", "GoodsShipment/Destination/CountryCode=GB",
                        "GoodsShipment/GovernmentAgencyGoodsItem/GovernmentProcedure/PreviousCode=00",
                        "GoodsShipment/GovernmentAgencyGoodsItem/Packaging/MarksNumbersID=BLUE CRANE 1-420",
                        "GoodsShipment/UCR/TraderAssignedReferenceID=6GB123456789000-HUB0007");
    }

    @Test
    void readsTheSampleResponse() {
        Reading reading = Reading.of(RESPONSE);

        assertThat(reading.parts).containsExactly(new CustomsResponse("5fd30da3b0a04b38a8b0b5b0f4d1f001", Decision.RELEASED,
                Instant.parse("2026-03-05T16:05:00Z"), Optional.of(new LocalReferenceNumber("HUBIM-260304-0007")),
                Optional.of(new EntryNumber("26GB1234567890ABC1")), List.of(), List.of(), "", "", Optional.empty(), List.of(), List.of()));
        assertThat(reading.envelope).contains(new Envelope(Syntax.XML, "5fd30da3b0a04b38a8b0b5b0f4d1f001", "", "", Environment.LIVE, 0));
        assertThat(reading.message).contains(new MessageHead("1", "WCO-RES"));
        assertThat(reading.lineages.getFirst().origins()).extracting(Lineage.Origin::path)
                .containsExactlyInAnyOrder("reference", "decidedAt", "decision", "lrn", "entryNumber");
    }
}
