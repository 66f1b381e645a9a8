package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairway.fixture.Voyages;
import io.fairway.usecase.PartyId;
import io.fairway.web.FairShare;
import io.fairway.web.ProblemCode;
import io.fairway.web.ProblemException;
import io.fairway.web.RateLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AS2 with messages that openssl signed and receipts that openssl verifies. */
class As2Test {
    private static final RunningHub HUB = RunningHub.instance();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final SoapKeys KEYS = SoapKeys.fresh().enrolled(HUB, "HUBLINE");

    @TempDir
    private Path folder;
    private OpenSsl openssl;
    private final long seed = HUB.freshSeed();
    private final byte[] manifest = Voyages.cuscar(Voyages.shipments(2, seed), "A" + seed);

    @BeforeEach
    void openSslIsHere() {
        openssl = OpenSsl.in(folder);
    }

    @Test
    void keepsASignedMessageAndAnswersWithASignedReceiptOverWhatItReceived() throws Exception {
        HttpResponse<byte[]> answer = post(openssl.signed(entity(manifest), KEYS), Map.of());

        String report = report(answer);
        assertThat(report).contains("Disposition: automatic-action/MDN-sent-automatically; processed\r\n", "Original-Message-ID: <" + seed + "@line>",
                "Received-Content-MIC: " + mic(entity(manifest)) + ", sha-256");
        assertThat(answer.headers().firstValue("AS2-To")).hasValue("HUBLINE");
        await().untilAsserted(() -> assertThat(received()).hasSize(1));
    }

    @Test
    void givesTheReceiptAgainToTheSameMessageAndRefusesAnotherUnderItsName() {
        byte[] signed = openssl.signed(entity(manifest), KEYS);
        assertThat(report(post(signed, Map.of()))).contains("; processed\r\n");
        assertThat(report(post(signed, Map.of()))).contains("; processed\r\n");
        assertThat(report(post(openssl.signed(entity(manifest), KEYS), Map.of()))).as("signed anew").contains("; processed\r\n");
        assertThat(HUB.party("HUBLINE").post(manifest).statusCode()).isEqualTo(200);
        assertThat(received()).filteredOn(interchange -> interchange.path("verdict").asText().equals("accepted")).hasSize(1);

        byte[] other = Voyages.cuscar(Voyages.shipments(1, HUB.freshSeed()), "B" + seed);
        assertThat(report(post(openssl.signed(entity(other), KEYS), Map.of()))).contains("error: duplicate-document");
    }

    @Test
    void refusesWhatIsChangedUnsignedOrSignedBySomebodyElse() {
        byte[] signed = openssl.signed(entity(manifest), KEYS);
        byte[] changed = new String(signed, StandardCharsets.ISO_8859_1).replace("UNH+1+", "UNH+2+").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(report(post(changed, Map.of()))).contains("error: integrity-check-failed");
        assertThat(report(post(openssl.signed(entity(manifest), SoapKeys.fresh()), Map.of()))).contains("error: authentication-failed");
        assertThat(report(post(signed, Map.of("AS2-From", "OTHERLINE")))).contains("error: authentication-failed");
        assertThat(report(post(signed, Map.of("AS2-To", "SOMEBODY")))).contains("error: authentication-failed");
        assertThat(report(post(signed, Map.of("Receipt-Delivery-Option", "http://127.0.0.1:1/")))).contains("error: unexpected-processing-error");
        assertThat(report(send(manifest, "application/edifact", Map.of()))).contains("error: insufficient-message-security");
        assertThat(report(send(new byte[] {48}, "application/pkcs7-mime; smime-type=enveloped-data", Map.of()))).contains("error: decryption-failed");
        assertThat(received()).isEmpty();
    }

    @Test
    void oneSendersFloodIsRefusedAndNothingOfItKept() throws Exception {
        byte[] signed = openssl.signed(entity(manifest), KEYS);
        var line = new PartyId("HUBLINE");
        HttpResponse<byte[]> crowded = underWay(HUB.process().context().getBean(FairShare.class), line, () -> post(signed, Map.of()));
        assertThat(crowded.statusCode()).isEqualTo(429);
        assertThat(crowded.headers().firstValue("Retry-After")).hasValue("1");

        var over = new AtomicBoolean();
        Thread flood = Thread.startVirtualThread(() -> {
            while (!over.get()) {
                spent(HUB.process().context().getBean(RateLimit.class), line);
            }
        });
        byte[] other = openssl.signed(entity(Voyages.cuscar(Voyages.shipments(1, HUB.freshSeed()), "F" + seed)), KEYS);
        try {
            await().until(() -> post(other, Map.of()).statusCode() == 429);
        } finally {
            over.set(true);
            flood.join();
        }
        await().until(() -> HUB.party("HUBLINE").get("/api/interchanges?limit=1").statusCode() == 200);
        assertThat(received()).isEmpty();
        await().until(() -> post(signed, Map.of()).statusCode() == 200);
    }

    /** Does it while the party has as many requests under way as it may. */
    private static <T> T underWay(FairShare share, PartyId party, Supplier<T> last) {
        try {
            return share.within(party, () -> underWay(share, party, last));
        } catch (ProblemException full) {
            return last.get();
        }
    }

    private static void spent(RateLimit rate, PartyId party) {
        try {
            rate.spend(party);
        } catch (ProblemException refused) {
            assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        }
    }

    @Test
    void refusesWithoutAReceiptWhatIsNoMessage() {
        byte[] signed = openssl.signed(entity(manifest), KEYS);
        assertThat(post(signed, Map.of("Message-ID", "")).statusCode()).isEqualTo(400);
        assertThat(post(signed, Map.of("AS2-From", "")).statusCode()).isEqualTo(400);
        assertThat(send(new byte[0], "multipart/signed; boundary=x", Map.of()).statusCode()).isEqualTo(400);
        assertThat(send(new byte[RunningHub.INTAKE_LIMIT_BYTES * 2], "multipart/signed; boundary=x", Map.of()).statusCode()).isEqualTo(413);
        assertThat(report(send("--x\r\nno parts".getBytes(StandardCharsets.US_ASCII), "multipart/signed; boundary=x", Map.of())))
                .contains("error: integrity-check-failed");
    }

    private static byte[] entity(byte[] document) {
        var entity = new ByteArrayOutputStream();
        entity.writeBytes("Content-Type: application/edifact\r\nContent-Transfer-Encoding: binary\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        entity.writeBytes(document);
        return entity.toByteArray();
    }

    private static String mic(byte[] entity) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(entity));
    }

    private List<com.fasterxml.jackson.databind.JsonNode> received() {
        return HUB.party("HUBLINE").list("/api/interchanges?direction=received&reference=A" + seed);
    }

    /** Posts what openssl wrote: MIME headers, an empty line, the parts. */
    private HttpResponse<byte[]> post(byte[] mime, Map<String, String> headers) {
        String text = new String(mime, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String type = text.substring(0, end).replaceAll("(?s).*Content-Type: ([^\r]*).*", "$1");
        return send(text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1), type, headers);
    }

    private HttpResponse<byte[]> send(byte[] body, String contentType, Map<String, String> others) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("AS2-Version", "1.2", "AS2-From", "HUBLINE", "AS2-To", "FAIRWAY", "Message-ID",
                "<" + seed + "@line>", "Disposition-Notification-To", "line@example", "Disposition-Notification-Options",
                "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, sha-256"));
        headers.putAll(others);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + HUB.port() + "/as2")).header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.setHeader(name, value);
            }
        });
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The report in a receipt whose signature openssl found right. */
    private String report(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return new String(openssl.verified(answer.headers().firstValue("Content-Type").orElseThrow(), answer.body()), StandardCharsets.US_ASCII);
    }
}
