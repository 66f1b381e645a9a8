package io.fairway.xml.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.dialect.Heard;
import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Licence;
import io.fairway.document.OriginCertificate;
import io.fairway.document.PackingList;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.fixture.Fixtures;
import io.fairway.json.mapping.GeneratedDocuments;
import io.fairway.json.mapping.JsonDocuments;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Licences, certificates of origin and packing lists, in our profile in XML and in our form in JSON. */
class TradeProfileTest {

    @ParameterizedTest
    @ValueSource(classes = {Licence.class, OriginCertificate.class, PackingList.class})
    void aDocumentComesBackAsItWas(Class<? extends Document> kind) {
        var generated = new GeneratedDocuments(kind.getSimpleName().hashCode());
        for (int i = 0; i < 200; i++) {
            Document document = generated.document(kind);
            byte[] bytes = RoundTripTest.writer("TRADE-1").write(document, RoundTripTest.envelope(Environment.TEST));

            Reading reading = Reading.of(bytes);

            assertThat(reading.findings).as(new String(bytes, StandardCharsets.UTF_8)).isEmpty();
            assertThat(reading.parts).containsExactly(document);
        }
    }

    @Test
    void aLicenceInXmlIsTheLicenceInJson() {
        Reading xml = Reading.of(Fixtures.bytes("trade/licence.xml"));
        Heard json = Heard.of(new JsonDocuments(), Fixtures.bytes("trade/licence.json"));

        assertThat(xml.findings).isEmpty();
        assertThat(json.findings).isEmpty();
        assertThat(xml.parts).isEqualTo(json.parts);
    }

    @Test
    void aCertificateOfOriginIsRead() {
        Reading reading = Reading.of(Fixtures.bytes("trade/origin-certificate.xml"));

        assertThat(reading.findings).isEmpty();
        assertThat(((OriginCertificate) reading.parts.getFirst()).originCountry()).isEqualTo("NL");
    }

    @Test
    void theProfilesKeepTheirDocumentsApart() {
        Document licence = new GeneratedDocuments(1).document(Licence.class);

        assertThatThrownBy(() -> RoundTripTest.writer("FAL-1").write(licence, RoundTripTest.envelope(Environment.LIVE)))
                .isInstanceOf(UnwritableDocumentException.class).hasMessageContaining("Licence");
    }
}
