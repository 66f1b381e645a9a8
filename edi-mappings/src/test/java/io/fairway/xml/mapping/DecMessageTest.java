package io.fairway.xml.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.DeclaredItem;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.Party;
import io.fairway.document.SupportingDocument;
import io.fairway.document.SyntaxReport;
import io.fairway.document.SyntaxReport.Action;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.VoyageNumber;
import io.fairway.fixture.Fixtures;
import io.fairway.json.mapping.GeneratedDocuments;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The declaration of China's single window and its receipts. */
class DecMessageTest {
    private static final OutboundEnvelope ENVELOPE = RoundTripTest.envelope(Environment.LIVE);

    @Test
    void aDeclarationOfTheSingleWindowIsRead() {
        Reading reading = Reading.of(Fixtures.bytes("xml/DecMessage_import_minimal.xml"));

        assertThat(reading.findings).isEmpty();
        assertThat(reading.message.orElseThrow().type()).isEqualTo("DecMessage-3.1");
        assertThat(reading.envelope.orElseThrow().sender()).isEqualTo("3122480007");
        var declaration = (GoodsDeclaration) reading.parts.getFirst();
        assertThat(declaration.lrn().value()).isEqualTo("HUB2603040007");
        assertThat(declaration.direction()).isEqualTo(Direction.IMPORT);
        assertThat(declaration.exportCountry()).isEqualTo("NL");
        assertThat(declaration.deliveryTerms()).isEqualTo("CIF");
        assertThat(declaration.importer().orElseThrow().code()).isEqualTo("3101130001");
        assertThat(declaration.voyage().orElseThrow().number().value()).isEqualTo("017W");
        assertThat(declaration.items()).singleElement().satisfies(item -> {
            assertThat(item.commodity().value()).isEqualTo("8413709990");
            assertThat(item.origin()).isEqualTo("NL");
            assertThat(item.value().orElseThrow().amount()).isEqualByComparingTo(new BigDecimal("186400.00"));
        });
        assertThat(reading.lineages.getFirst().unused()).extracting(loss -> loss.value()).contains("CENTRIFUGAL|7.5KW", "PO-4711");
    }

    @Test
    void aDeclarationComesBackAsItWas() {
        var generated = new GeneratedDocuments(31);
        for (int i = 0; i < 300; i++) {
            GoodsDeclaration declaration = sayable(generated.document(GoodsDeclaration.class));

            Reading reading = Reading.of(RoundTripTest.writer("DecMessage-3.1").write(declaration, ENVELOPE));

            assertThat(reading.codes()).isSubsetOf("DECLARATION_WITHOUT_SUBJECT", "DECLARATION_WITHOUT_BILL");
            assertThat(reading.parts).containsExactly(declaration);
        }
    }

    private static GoodsDeclaration sayable(GoodsDeclaration any) {
        List<DeclaredItem> items = any.items().stream().map(item -> new DeclaredItem(item.number(), item.commodity(), item.description(), "NL",
                item.netKilograms(), Optional.empty(), item.value(), Optional.empty(), "", List.of())).toList();
        List<SupportingDocument> documents = any.documents().stream().map(document -> new SupportingDocument(document.typeCode(), document.number(),
                Optional.empty(), document.attachment())).sorted(Comparator.comparing(document -> document.attachment().isPresent())).toList();
        return new GoodsDeclaration(any.lrn(), DocumentFunction.ORIGINAL, 1, any.direction(), any.procedure(), any.customsOffice(), any.declaredOn(),
                any.arrivalOn(), any.voyage().map(_ -> new Voyage(new ImoNumber("9745677"), "", new VoyageNumber("017W"), "")),
                any.bills().stream().limit(1).toList(), any.containers(), "CN", Optional.empty(), new Party("3122480007", "HUB", "", "", "", ""),
                any.importer().map(DecMessageTest::named), any.exporter().map(DecMessageTest::named), any.packages(), any.packageType(),
                any.grossKilograms(), "FOB", Optional.empty(), documents, items);
    }

    private static Party named(Party party) {
        return new Party(party.code(), party.name(), "", "", "", "");
    }

    @Test
    void whatTheFormHasNoPlaceForIsRefused() {
        GoodsDeclaration full = new DocumentSamples(1).declaration();

        assertThatThrownBy(() -> RoundTripTest.writer("DecMessage-3.1").write(full, ENVELOPE)).isInstanceOf(UnwritableDocumentException.class);
        assertThatThrownBy(() -> RoundTripTest.writer("DecMessage-3.1").write(full, RoundTripTest.envelope(Environment.TEST)))
                .isInstanceOf(UnwritableDocumentException.class).hasMessageContaining("test");
    }

    @Test
    void aReleaseIsReadFromItsChannel() {
        Reading reading = Reading.of(Fixtures.bytes("xml/DEC_RESULT_receipt_release.xml"));

        assertThat(reading.findings).isEmpty();
        var response = (CustomsResponse) reading.parts.getFirst();
        assertThat(response.decision()).isEqualTo(Decision.RELEASED);
        assertThat(response.entryNumber()).contains(new EntryNumber("224820261000000017"));
        assertThat(response.decidedAt()).isEqualTo(Instant.parse("2026-03-05T08:05:00Z"));
    }

    @Test
    void aChannelThatDecidesNothingIsAFindingAndNoDecision() {
        Reading reading = Reading.of(Fixtures.bytes("xml/DEC_RESULT_valuation.xml"));

        assertThat(reading.parts).isEmpty();
        assertThat(reading.codes()).containsExactly("DECISION_UNKNOWN");
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void everyDecisionComesBackOrIsRefused(Decision decision) {
        var response = new CustomsResponse("I20260000000000017", decision, Instant.parse("2026-03-05T08:05:00Z"), Optional.empty(),
                Optional.of(new EntryNumber("224820261000000017")), List.of(), List.of(), "", "", Optional.empty(), List.of(),
                List.of(new Reason("", "", "see the notice")));

        if (DecNames.channelOf(decision).isPresent()) {
            assertThat(Reading.of(RoundTripTest.writer("DEC_DATA").write(response, ENVELOPE)).parts).containsExactly(response);
        } else {
            assertThatThrownBy(() -> RoundTripTest.writer("DEC_DATA").write(response, ENVELOPE)).isInstanceOf(UnwritableDocumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Action.class, names = {"RECEIVED", "REJECTED"})
    void theTechnicalReceiptComesBackAsItWas(Action action) {
        var report = new SyntaxReport("HUB2603040007", "", "", action, Optional.empty(), "", List.of());

        assertThat(Reading.of(RoundTripTest.writer("DecImportResponse").write(report, ENVELOPE)).parts).containsExactly(report);
    }
}
