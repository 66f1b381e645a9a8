package io.fairway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Lineage;
import io.fairway.document.OutboundEnvelope;
import io.fairway.fixture.Fixtures;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TranslatorTest {
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUBL", "FAIRWAY", "R000001",
            Instant.parse("2026-03-02T01:15:00Z"), Environment.LIVE, Heard.ZONE);

    private final Dialects dialects = Dialects.builtIn();

    private Translation translate(String fixture, String dialect) {
        byte[] bytes = Fixtures.bytes(fixture);
        Heard heard = Heard.of(dialects.readerOf(bytes).orElseThrow(), bytes);
        Document document = heard.parts.getFirst();
        DocumentWriter writer = dialects.writerOf(dialect, document).orElseThrow();
        return new Translator(dialects).translate(document, heard.lineages.getFirst(), writer, ENVELOPE);
    }

    private static Translation.Leaf leaf(Translation translation, String member) {
        return translation.leaves().stream().filter(leaf -> leaf.member().equals(member)).findFirst().orElseThrow();
    }

    @Test
    void everyElementOfAnXmlManifestNamesTheSegmentItCameFrom() {
        Translation translation = translate("voyage/01-manifest.edi", "cn-manifest-xml");

        Translation.Leaf bill = leaf(translation, "consignments[0].bill");
        assertThat(bill.target().segment()).isEqualTo("Manifest/Declaration/Consignment/TransportContractDocument/ID");
        assertThat(bill.sources()).isNotEmpty().allSatisfy(place -> {
            assertThat(place.segment()).isIn("CNI", "RFF");
            assertThat(Fixtures.text("voyage/01-manifest.edi").substring((int) place.offset())).startsWith("HUBLRTM2600171");
        });
    }

    @Test
    void whatIsNoMemberOfTheDocumentIsAConstantOrComesByRule() {
        Translation translation = translate("voyage/05-declaration.edi", "wco-xml");

        assertThat(leaf(translation, "lrn").sources()).isNotEmpty();
        assertThat(translation.leaves()).anySatisfy(leaf -> {
            assertThat(leaf.target().segment()).contains("WCODataModelVersionCode");
            assertThat(leaf.member()).isEmpty();
        });
    }

    @Test
    void aPlaceholderOfACounterpartsDialectNamesTheSegmentOfTheSource() {
        Translation translation = translate("voyage/08-release-order.edi", "terminal-release-xml");

        Translation.Leaf box = translation.leaves().stream().filter(leaf -> leaf.target().segment().equals("ReleaseOrder/Container/@number"))
                .findFirst().orElseThrow();
        assertThat(box.member()).isEqualTo("containers[0].number");
        assertThat(box.sources()).singleElement().satisfies(place -> {
            assertThat(place.segment()).isEqualTo("EQD");
            assertThat(place.segmentPosition()).isEqualTo(11);
        });
    }

    @Test
    void whatTheResultDoesNotHaveIsLost() {
        Translation translation = translate("voyage/08-release-order.edi", "terminal-release-xml");

        assertThat(translation.losses()).extracting(Lineage.Unused::value).contains("202603041742");
    }

    @Test
    void aDocumentThatWasNotReadHasLeavesWithoutSources() {
        Heard heard = Heard.of(dialects.readers().getFirst(), Fixtures.bytes("voyage/08-release-order.edi"));
        Document order = heard.parts.getFirst();

        Translation translation = new Translator(dialects).translate(order, Lineage.NONE, dialects.writerOf("json", order).orElseThrow(), ENVELOPE);

        assertThat(leaf(translation, "releaseReference").target().segment()).isEqualTo("/documents/0/releaseReference");
        assertThat(translation.leaves()).allSatisfy(leaf -> assertThat(leaf.sources()).isEmpty());
        assertThat(translation.losses()).isEmpty();
    }
}
