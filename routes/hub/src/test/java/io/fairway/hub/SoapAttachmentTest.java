package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Voyages;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Content beside the message (MTOM, XOP 1.0): the signature covers its bytes as if they stood in the message. */
class SoapAttachmentTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final SoapCaller SOAP = new SoapCaller(HUB.port(), SoapKeys.fresh().enrolled(HUB, "HUBLINE"));
    private static final String MULTIPART = "multipart/related; type=\"application/xop+xml\"; start=\"<root@x>\"; "
            + "start-info=\"application/soap+xml\"; boundary=\"limit\"";

    private final long seed = HUB.freshSeed();
    private final byte[] manifest = Voyages.cuscar(Voyages.shipments(1, seed), "X" + seed);

    @Test
    void takesContentBesideTheMessage() {
        var answer = SOAP.send(multipart(manifest, "content@x"), MULTIPART);

        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        assertThat(SoapCaller.texts(SoapEnvelope.parse(answer.body()), "verdict")).containsExactly("accepted");
        assertThat(HUB.party("HUBLINE").list("/api/interchanges?direction=received&reference=X" + seed)).hasSize(1);
    }

    @Test
    void refusesAnAttachmentThatIsNotWhatWasSignedOrIsNotThere() {
        byte[] other = manifest.clone();
        other[other.length - 20]++;
        assertThat(SOAP.refusal(multipart(other, "content@x"), MULTIPART)).isEqualTo("SIGNATURE_INVALID");
        assertThat(SOAP.refusal(multipart(manifest, "elsewhere@x"), MULTIPART)).isEqualTo("SIGNATURE_INVALID");
        assertThat(HUB.party("HUBLINE").list("/api/interchanges?direction=received&reference=X" + seed)).isEmpty();
    }

    /** The call signed over the manifest in the message, with the attachment in its place. */
    private byte[] multipart(byte[] attachment, String contentId) {
        String signed = SOAP.envelope("Submit").submit(manifest, Map.of("waitSeconds", "20")).signed(SOAP.keys()).text();
        String pointer = "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:content@x\"/>";
        String envelope = signed.replace(Base64.getEncoder().encodeToString(manifest), pointer);
        assertThat(envelope).contains(pointer);
        var out = new ByteArrayOutputStream();
        out.writeBytes(("--limit\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"\r\nContent-ID: <root@x>\r\n\r\n"
                + envelope + "\r\n--limit\r\nContent-Type: application/edifact\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <" + contentId
                + ">\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(attachment);
        out.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
