package io.fairway.agent;

import io.fairway.clearance.gate.GateDecision;
import io.fairway.connector.gate.RefusedReadingException;
import io.fairway.connector.gate.TcpCounts;
import io.fairway.connector.gate.TcpListener;
import io.fairway.signing.CanonicalJson;
import io.fairway.signing.Json;
import io.fairway.signing.JsonText;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What devices and barriers of the site say over TCP: one JSON reading a line, UTF-8, with the lane's name in its member {@code lane}; each
 * line is answered by one line, in order. {@code "ask":"decision"} is answered with what stands for the
 * lane, {@code "ask":"devices"} with how its devices stand. A line longer than 64 KB is dropped and answered.
 */
final class AgentTalk implements TcpListener.Conversations {
    private static final int MOST_BYTES = 64 * 1024;
    private static final String CODE = "code";

    private final GateAgent agent;

    AgentTalk(GateAgent agent) {
        this.agent = agent;
    }

    @Override
    public TcpListener.Conversation begin(TcpCounts counts, InstantSource clock) {
        return new Lines();
    }

    /** One connection. */
    private final class Lines implements TcpListener.Conversation {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public byte[] hear(byte[] bytes) {
            var answers = new ByteArrayOutputStream();
            for (byte each : bytes) {
                if (each == '\n') {
                    answers.writeBytes(line.size() > MOST_BYTES ? json(Map.of(CODE, "TOO_LONG")) : answer(line.toByteArray()));
                    answers.write('\n');
                    line.reset();
                } else if (line.size() <= MOST_BYTES) {
                    line.write(each);
                }
            }
            return answers.toByteArray();
        }
    }

    private byte[] answer(byte[] reading) {
        try {
            String lane = laneOf(reading);
            if (member(reading, "ask").equals("devices")) {
                Map<String, String> states = new LinkedHashMap<>();
                agent.devices(lane).forEach((device, state) -> states.put(device, state.name()));
                return json(states);
            }
            if (isQuestion(reading)) {
                Map<String, String> members = new LinkedHashMap<>(Map.of("lane", lane));
                agent.standing(lane).ifPresent(decision -> decided(members, decision));
                return json(members);
            }
            GateAgent.Answer taken = agent.take(lane, reading);
            Map<String, String> members = new LinkedHashMap<>(Map.of("reading", taken.reading()));
            taken.decision().ifPresent(decision -> decided(members, decision));
            return json(members);
        } catch (RefusedReadingException refused) {
            return json(Map.of(CODE, refused.code(), "detail", String.valueOf(refused.getMessage())));
        }
    }

    /** @return empty where none is named; no lane has that name */
    private static String laneOf(byte[] reading) {
        return member(reading, "lane");
    }

    private static boolean isQuestion(byte[] reading) {
        return member(reading, "ask").equals("decision");
    }

    private static String member(byte[] reading, String name) {
        try {
            return JsonText.read(reading) instanceof Json.Members members && members.of().get(name) instanceof Json.Text text ? text.value() : "";
        } catch (IllegalArgumentException notJson) {
            return "";
        }
    }

    private static void decided(Map<String, String> members, GateDecision decision) {
        members.put("transaction", decision.inputs().transaction());
        members.put("permission", decision.permission().name());
        members.put("display", decision.display().en());
        members.put("displayZh", decision.display().zh());
    }

    private static byte[] json(Map<String, String> members) {
        Map<String, Json> json = new LinkedHashMap<>();
        members.forEach((name, value) -> json.put(name, new Json.Text(value)));
        return CanonicalJson.write(new Json.Members(json));
    }
}
