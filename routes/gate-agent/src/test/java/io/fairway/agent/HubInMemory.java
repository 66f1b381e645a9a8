package io.fairway.agent;

import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.PapersText;
import io.fairway.signing.CanonicalJson;
import io.fairway.signing.Json;
import io.fairway.signing.Jws;
import io.fairway.signing.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hub's side of an agent's link, with a switch to cut it. */
final class HubInMemory implements HubLink {
    private final SigningKey key;
    private final List<String> news = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private Link link = Link.UP;

    enum Link {
        UP, CUT,
        /** The hub takes what it is given and the answer is lost. */
        ANSWERS_LOST,
        /** The hub does not take decisions in which something is wrong: here, a wrong seal. */
        REFUSES_WRONG_SEALS
    }

    HubInMemory(SigningKey key) {
        this.key = key;
    }

    void set(Link next) {
        link = next;
    }

    void issue(String agent, String id, GatePapers papers, Instant at) {
        Map<String, Json> values = new LinkedHashMap<>();
        PapersText.write(papers).forEach((name, value) -> values.put(name, new Json.Text(value)));
        sign(Map.of("agent", new Json.Text(agent), "sequence", sequence(), "id", new Json.Text(id), "papers", new Json.Members(values)), at);
    }

    void revoke(String agent, String id, Instant at) {
        sign(Map.of("agent", new Json.Text(agent), "sequence", sequence(), "revokes", new Json.Text(id)), at);
    }

    private Json sequence() {
        return new Json.Text(Integer.toString(news.size() + 1));
    }

    private void sign(Map<String, Json> claims, Instant at) {
        news.add(Jws.sign(CanonicalJson.write(new Json.Members(claims)), key, Jws.Naming.DIGEST, at));
    }

    List<String> delivered() {
        return delivered;
    }

    @Override
    public List<String> newsAfter(long sequence) throws IOException {
        if (link == Link.CUT) {
            throw new IOException("cut");
        }
        return news.subList((int) sequence, news.size());
    }

    @Override
    public void deliver(String lane, String transaction, byte[] record) throws IOException {
        if (link == Link.CUT) {
            throw new IOException("cut");
        }
        String text = new String(record, StandardCharsets.UTF_8);
        if (link == Link.REFUSES_WRONG_SEALS && text.contains("WRONG_SEAL")) {
            throw new DeliveryRefusedException("The hub answered 400");
        }
        if (!delivered.contains(text)) {
            delivered.add(text);
        }
        if (link == Link.ANSWERS_LOST) {
            throw new IOException("lost");
        }
    }
}
