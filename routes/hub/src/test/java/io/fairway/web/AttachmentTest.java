package io.fairway.web;

import static io.fairway.web.HttpCaller.json;
import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Fixtures;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class AttachmentTest extends WebTest {
    private static final byte[] INVOICE = Fixtures.bytes("voyage/invoice-NZP-26-0311.pdf");

    @Test
    void keepsAFileUnderItsDigestAndGivesItBackAsADownload() {
        HttpResponse<byte[]> kept = FORWARDER.post("/api/attachments?name=invoice.pdf", "application/pdf", INVOICE);
        String location = kept.headers().firstValue("Location").orElseThrow();
        HttpResponse<byte[]> file = FORWARDER.get(location);

        assertThat(kept.statusCode()).isEqualTo(201);
        assertThat(location).isEqualTo("/api/attachments/" + json(kept).get("digest").asText());
        assertThat(file.body()).isEqualTo(INVOICE);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @Test
    void refusesAPurposeThatIsHalfSaid() {
        assertProblem(FORWARDER.post("/api/attachments?lrn=DEC260304-0007", "application/pdf", INVOICE), 400, "PARAMETER_MISSING");
        assertProblem(FORWARDER.post("/api/attachments?lrn=%20x&type=380&number=1", "application/pdf", INVOICE), 400, "PARAMETER_INVALID");
    }

    @Test
    void refusesWhatIsEmptyOrTooLarge() {
        assertProblem(FORWARDER.post("/api/attachments", "application/pdf", new byte[0]), 400, "BODY_EMPTY");
        assertProblem(FORWARDER.post("/api/attachments", "application/pdf", new byte[20_000_001]), 413, "BODY_TOO_LARGE");
    }

    @Test
    void answersForAMissingAndAMalformedDigestAlike() {
        assertProblem(FORWARDER.get("/api/attachments/" + "0".repeat(64)), 404, "NOT_FOUND");
        assertProblem(FORWARDER.get("/api/attachments/../../etc/passwd".replace("../", "x")), 404, "NOT_FOUND");
        assertProblem(FORWARDER.get("/api/attachments/0"), 404, "NOT_FOUND");
    }
}
