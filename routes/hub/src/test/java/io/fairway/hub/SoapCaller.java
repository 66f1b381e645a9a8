package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Calls the SOAP service of a hub as one party. */
record SoapCaller(int port, SoapKeys keys) {
    static final String SOAP_12 = "application/soap+xml; charset=utf-8";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    String address() {
        return "http://127.0.0.1:" + port + "/services/single-window";
    }

    SoapEnvelope envelope(String action) {
        return SoapEnvelope.of(address(), action);
    }

    Document submit(byte[] document, Map<String, String> others) {
        return answered(envelope("Submit").submit(document, others));
    }

    /** Signs and sends; gives the envelope of an answer that is no fault. */
    Document answered(SoapEnvelope envelope) {
        HttpResponse<byte[]> answer = send(envelope.signed(keys).bytes(), SOAP_12);
        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return SoapEnvelope.parse(answer.body());
    }

    HttpResponse<byte[]> send(byte[] envelope, String contentType) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address())).timeout(Duration.ofSeconds(60)).header("Content-Type", contentType)
                    .POST(BodyPublishers.ofByteArray(envelope)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code of the refusal that comes of it. */
    String refusal(byte[] envelope, String contentType) {
        HttpResponse<byte[]> answer = send(envelope, contentType);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(text).isGreaterThanOrEqualTo(400);
        assertThat(text).doesNotContain("Exception", "io.fairway", "org.apache", "\tat ");
        return texts(SoapEnvelope.parse(answer.body()), "code").getFirst();
    }

    /** The texts of all elements of the contract with this name. */
    static List<String> texts(Document answer, String name) {
        NodeList found = answer.getElementsByTagNameNS(SoapEnvelope.WINDOW, name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
