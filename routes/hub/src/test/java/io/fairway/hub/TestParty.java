package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.web.HttpCaller;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /** Posts a JSON object; gives what came of it. */
    JsonNode create(String path, Map<String, ?> content) {
        HttpResponse<byte[]> answer = call("POST", path, content);
        assertThat(answer.statusCode()).as(text(answer)).isIn(200, 201, 202);
        return HttpCaller.json(answer);
    }

    /** Calls with a JSON object; gives the answer whatever it is. */
    HttpResponse<byte[]> call(String method, String path, Map<String, ?> content) {
        try {
            return http.send(http.to(path).header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofByteArray(new ObjectMapper().writeValueAsBytes(content))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
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
