package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.web.HttpCaller;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A party that calls the hub over HTTP. */
record TestParty(HttpCaller http) {
    private static final String EDIFACT = "application/edifact";

    /** Submits a document and waits until nothing more comes of it; gives the transmission. */
    JsonNode submit(byte[] document) {
        HttpResponse<byte[]> answer = post(document);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return HttpCaller.json(answer);
    }

    /** Submits a document, preferring to wait, with further headers; gives the answer whatever it is. */
    HttpResponse<byte[]> post(byte[] document, String... headers) {
        String type = document.length > 0 && document[0] == '<' ? "application/xml" : EDIFACT;
        List<String> all = new ArrayList<>(List.of("Prefer", "wait=20"));
        all.addAll(List.of(headers));
        return http.post("/api/transmissions", type, document, all.toArray(String[]::new));
    }

    /** Submits a document that is sound; gives its one interchange. */
    JsonNode submitAccepted(byte[] document) {
        JsonNode transmission = submit(document);
        assertThat(transmission.at("/interchanges/0/interchange/verdict").asText()).as(transmission.toPrettyString()).isEqualTo("accepted");
        return transmission.at("/interchanges/0");
    }

    HttpResponse<byte[]> get(String path) {
        return http.get(path);
    }

    JsonNode read(String path) {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(path + ": " + text(answer)).isEqualTo(200);
        return HttpCaller.json(answer);
    }

    /** The items of a list. */
    List<JsonNode> list(String path) {
        return read(path).path("items").valueStream().toList();
    }

    /** Its view of the consignment of a bill, in full. */
    JsonNode consignment(String bill) {
        List<JsonNode> found = list("/api/consignments?bill=" + bill);
        assertThat(found).as("consignments of " + bill).hasSize(1);
        return read("/api/consignments/" + found.getFirst().path("id").asText());
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
