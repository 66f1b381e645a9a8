package io.fairway.agent;

import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.PapersText;
import io.fairway.clearance.gate.Votes;
import io.fairway.signing.Json;
import io.fairway.signing.JsonText;
import io.fairway.signing.JwsVerifier;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads passes and revocations: compact JWS by the hub, for this agent only. Whatever is not proven to come from the hub, or is for
 * another agent, is no news.
 */
public final class PassReader {
    private final JwsVerifier verifier;
    private final String agent;

    /** @param hub the hub's certificate, given to the agent beforehand */
    public PassReader(X509Certificate hub, String agent) {
        this.verifier = new JwsVerifier(TrustPolicy.of(Set.of(hub)));
        this.agent = agent;
    }

    /** @return empty for what is not the hub's word to this agent */
    public Optional<PassNews> read(String jws, Instant now) {
        return switch (verifier.verify(jws, now)) {
            case Verdict.TotalPassed passed -> news(passed.content().bytes());
            case Verdict.TotalFailed _, Verdict.Indeterminate _ -> Optional.empty();
        };
    }

    private Optional<PassNews> news(byte[] payload) {
        try {
            if (!(JsonText.read(payload) instanceof Json.Members members) || !text(members, "agent").equals(agent)) {
                return Optional.empty();
            }
            long sequence = Long.parseLong(text(members, "sequence"));
            if (members.of().containsKey("revokes")) {
                return Optional.of(new PassNews.Revoked(sequence, text(members, "revokes")));
            }
            Json papers = Optional.ofNullable(members.of().get("papers")).orElseThrow(() -> new IllegalArgumentException("A pass without papers"));
            return Optional.of(new PassNews.Issued(sequence, text(members, "id"), PapersText.read(texts(papers))));
        } catch (IllegalArgumentException notOurForm) {
            return Optional.empty();
        }
    }

    /** The papers and time that a decision's record rests on. @throws IllegalArgumentException when it is no record */
    static List<GatePapers> papers(String record) {
        List<GatePapers> papers = new ArrayList<>();
        if (members(record).of().get("papers") instanceof Json.Elements elements) {
            elements.of().forEach(each -> papers.add(PapersText.read(texts(each))));
        }
        return papers;
    }

    /** Devices that did not count for a decision, with the reason, by its record. @throws IllegalArgumentException when it is no record */
    static Map<String, String> silenced(String record) {
        Map<String, String> silenced = new LinkedHashMap<>();
        if (members(record).of().get("notes") instanceof Json.Elements notes) {
            notes.of().stream().map(PassReader::texts).filter(note -> Votes.DOES_NOT_COUNT.equals(note.get("code")))
                    .forEach(note -> silenced.put(note.getOrDefault("device", ""), note.getOrDefault("text", "")));
        }
        return silenced;
    }

    /** When a decision was made, by its record. @throws IllegalArgumentException when it is no record */
    static Instant decidedAt(String record) {
        return Instant.parse(text(members(record), "decidedAt"));
    }

    private static Json.Members members(String record) {
        if (JsonText.read(record.getBytes(StandardCharsets.UTF_8)) instanceof Json.Members members) {
            return members;
        }
        throw new IllegalArgumentException("Not a record");
    }

    private static String text(Json.Members members, String name) {
        if (members.of().get(name) instanceof Json.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException("A pass without " + name);
    }

    private static Map<String, String> texts(Json json) {
        Map<String, String> values = new LinkedHashMap<>();
        if (json instanceof Json.Members members) {
            members.of().forEach((name, value) -> {
                if (value instanceof Json.Text text) {
                    values.put(name, text.value());
                }
            });
        }
        return values;
    }
}
