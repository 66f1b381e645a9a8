package io.fairway.web;

import static io.fairway.web.HttpCaller.json;
import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.boot.MemoryExchanges;
import io.fairway.fixture.Fixtures;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubmissionTest extends WebTest {
    private static final String PATH = "/api/transmissions";
    private static final String EDIFACT = "application/edifact";

    @Test
    void keepsWhatAPartySendsAndSaysWhere() {
        byte[] manifest = Fixtures.bytes("voyage/01-manifest.edi");

        HttpResponse<byte[]> answer = LINE.post(PATH, EDIFACT, manifest, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        JsonNode body = json(answer);
        String id = body.get("id").asText();
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue(PATH + "/" + id);
        assertThat(body.get("digest").asText()).hasSize(64);
        assertThat(body.get("receivedAt").asText()).endsWith("Z");
        assertThat(body.get("interchanges").isArray()).isTrue();
        assertThat(EXCHANGES.kept(UUID.fromString(id)).bytes()).isEqualTo(manifest);
        assertThat(EXCHANGES.kept(UUID.fromString(id)).trace()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(EXCHANGES.kept(UUID.fromString(id)).sender().value()).isEqualTo("HUBLINE");
        assertThat(json(LINE.get(PATH + "/" + id)).get("id").asText()).isEqualTo(id);
    }

    @Test
    void answersWithTheOutcomeWhenTheCallerPrefersToWait() {
        HttpResponse<byte[]> answer = LINE.post(PATH, EDIFACT, bytes("waited for"), "Prefer", "respond-async, wait=20");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("wait=20");
        assertThat(json(answer).get("state").asText()).isEqualTo("settled");
    }

    @Test
    void answersThatItIsKeptWhenTheWaitIsOver() {
        HttpResponse<byte[]> answer = LINE.post(PATH, EDIFACT, MemoryExchanges.STUCK, "Prefer", "wait=1");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).get("state").asText()).isEqualTo("received");
    }

    @Test
    void ignoresAPreferenceItCannotUnderstand() {
        assertThat(LINE.post(PATH, EDIFACT, bytes("odd preference"), "Prefer", "wait=soon").statusCode()).isEqualTo(202);
    }

    @Test
    void givesTheFirstAnswerAgainToARepeat() {
        HttpResponse<byte[]> first = LINE.post(PATH, EDIFACT, bytes("said twice"));
        HttpResponse<byte[]> repeat = LINE.post(PATH, EDIFACT, bytes("said twice"));

        assertThat(repeat.statusCode()).isEqualTo(202);
        assertThat(repeat.headers().firstValue("Fairway-Repeat")).hasValue("true");
        assertThat(first.headers().firstValue("Fairway-Repeat")).isEmpty();
        assertThat(json(repeat).get("id")).isEqualTo(json(first).get("id"));
        assertThat(json(repeat).get("receivedAt")).isEqualTo(json(first).get("receivedAt"));
    }

    @Test
    void refusesAKeyThatWasUsedForOtherBytes() {
        String first = json(LINE.post(PATH, EDIFACT, bytes("one"), "Idempotency-Key", "K-1")).get("id").asText();

        HttpResponse<byte[]> conflict = LINE.post(PATH, EDIFACT, bytes("other"), "Idempotency-Key", "K-1");

        assertThat(assertProblem(conflict, 409, "IDEMPOTENCY_CONFLICT").get("first").asText()).isEqualTo(first);
        assertThat(FORWARDER.post(PATH, EDIFACT, bytes("other"), "Idempotency-Key", "K-1").statusCode()).isEqualTo(202);
    }

    @Test
    void refusesKeysThatAreTooLongOrNotPrintableOrTwo() {
        assertProblem(LINE.post(PATH, EDIFACT, bytes("k"), "Idempotency-Key", "k".repeat(191)), 400, "IDEMPOTENCY_KEY_INVALID");
        assertProblem(LINE.post(PATH, EDIFACT, bytes("k"), "Idempotency-Key", "a b"), 400, "IDEMPOTENCY_KEY_INVALID");
        assertProblem(LINE.post(PATH, EDIFACT, bytes("k"), "Idempotency-Key", ""), 400, "IDEMPOTENCY_KEY_INVALID");
        assertProblem(LINE.post(PATH, EDIFACT, bytes("k"), "Idempotency-Key", "a", "Idempotency-Key", "b"), 400, "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void takesABodyAsLargeAsTheLimitAndRefusesOneByteMore() {
        assertThat(LINE.post(PATH, EDIFACT, new byte[100_000]).statusCode()).isEqualTo(202);
        assertProblem(LINE.post(PATH, EDIFACT, new byte[100_001]), 413, "BODY_TOO_LARGE");
    }

    @Test
    void refusesATooLargeBodyThatDoesNotSayItsLength() {
        var chunked = LINE.to(PATH).header("Content-Type", EDIFACT)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300_000])));

        assertProblem(LINE.send(chunked), 413, "BODY_TOO_LARGE");
    }

    @Test
    void refusesWhatIsEmptyCompressedOrOfAnotherMediaType() {
        assertProblem(LINE.post(PATH, EDIFACT, new byte[0]), 400, "BODY_EMPTY");
        assertProblem(LINE.post(PATH, EDIFACT, bytes("x"), "Content-Encoding", "gzip"), 415, "MEDIA_TYPE_UNSUPPORTED");
        assertProblem(LINE.post(PATH, "application/pdf", bytes("x")), 415, "MEDIA_TYPE_UNSUPPORTED");
        assertProblem(LINE.post(PATH, "not a media type", bytes("x")), 415, "MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void takesABodyWithoutMediaTypeAsBytes() {
        assertThat(LINE.send(LINE.to(PATH).POST(BodyPublishers.ofString("untold"))).statusCode()).isEqualTo(202);
    }

    @Test
    void refusesAnAnswerInAnotherMediaTypeThanItOffers() {
        assertProblem(LINE.post(PATH, EDIFACT, bytes("x"), "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void saysWhichMethodsAreOffered() {
        HttpResponse<byte[]> answer = LINE.send(LINE.to(PATH).DELETE());

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void asksToComeBackWhenTooMuchIsWaitingOrTheStoreIsAway() {
        HttpResponse<byte[]> tooMuch = LINE.post(PATH, EDIFACT, MemoryExchanges.TOO_MUCH);
        HttpResponse<byte[]> away = LINE.post(PATH, EDIFACT, MemoryExchanges.AWAY);

        assertProblem(tooMuch, 503, "OVERLOADED");
        assertThat(tooMuch.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(assertProblem(away, 503, "STORE_UNAVAILABLE").toString()).doesNotContain("10.0.0.7");
        assertThat(away.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void answersForAForeignAMissingAndAMalformedIdAlike() {
        String foreign = json(LINE.post(PATH, EDIFACT, bytes("mine alone"))).get("id").asText();

        for (String id : new String[] {foreign, UUID.randomUUID().toString(), "1", "1-1-1-1-1", foreign.toUpperCase(java.util.Locale.ROOT)}) {
            JsonNode problem = assertProblem(FORWARDER.get(PATH + "/" + id), 404, "NOT_FOUND");
            assertThat(problem.get("detail").asText()).isEqualTo("Nothing is known to you under this address.");
        }
    }

    @Test
    void validatesWithoutKeepingAnything() {
        HttpResponse<byte[]> answer = LINE.post("/api/validations", "text/plain", Fixtures.bytes("bad/not-edifact.txt"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("verdict").asText()).isEqualTo("unreadable");
        assertThat(json(answer).at("/interchanges/0/findings/0/code").asText()).isEqualTo("NOT_AN_INTERCHANGE");
        assertThat(json(answer).at("/interchanges/0/findings/0/severity").asText()).isEqualTo("error");
        assertThat(json(answer).at("/interchanges/0/findings/0/offset").isMissingNode()).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
