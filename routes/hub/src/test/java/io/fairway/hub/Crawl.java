package io.fairway.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.web.HttpCaller;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Everything that a party can read: every list of the interface, what is in it, and everything below that. */
final class Crawl {
    private static final int MOST_OF_A_LIST = 40;

    private final TestParty party;
    private final Map<String, String> answers = new TreeMap<>();

    private Crawl(TestParty party) {
        this.party = party;
    }

    /** All answers of status 200 by their addresses, as text. */
    static Map<String, String> of(TestParty party) {
        var crawl = new Crawl(party);
        List<String> reads = party.read("/openapi.json").path("paths").properties().stream().filter(Crawl::isRead).map(Map.Entry::getKey).toList();
        reads.stream().filter(path -> !path.contains("{")).forEach(list -> crawl.follow(list, reads));
        return crawl.answers;
    }

    private static boolean isRead(Map.Entry<String, JsonNode> path) {
        return path.getKey().startsWith("/api/") && path.getValue().has("get")
                && !path.getValue().at("/get/responses/200/content").has("text/event-stream");
    }

    private void follow(String list, List<String> reads) {
        Set<String> ids = new LinkedHashSet<>();
        read(list + (list.equals("/api/operations/backlog") ? "" : "?limit=" + MOST_OF_A_LIST)).ifPresent(answer ->
                HttpCaller.json(answer).path("items").forEach(item -> List.of("id", "digest").forEach(name -> ids.add(item.path(name).asText()))));
        ids.remove("");
        reads.stream().filter(path -> path.startsWith(list + "/{")).forEach(path -> ids.forEach(id ->
                read(path.replaceFirst("\\{[a-z]+}", id).replace("{fact}", "gross-weight"))));
    }

    private Optional<HttpResponse<byte[]>> read(String address) {
        HttpResponse<byte[]> answer = party.get(address);
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        answers.put(address, TestParty.text(answer));
        return Optional.of(answer);
    }
}
