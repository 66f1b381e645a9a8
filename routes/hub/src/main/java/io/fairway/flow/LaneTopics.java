package io.fairway.flow;

import io.fairway.signing.CanonicalJson;
import io.fairway.signing.Json;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.gate.LaneVoice;
import io.fairway.usecase.gate.LaneWord;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/**
 * What devices hear over MQTT: {@code gate/LANE/decisions} the decisions of their lane, {@code gate/LANE/receipts/PARTY} what became of
 * what they sent. Said aside: a broker that is away holds nobody up, and {@code GET /api/gates/LANE/decision} tells the same.
 */
public final class LaneTopics implements LaneVoice {
    private static final Logger LOG = System.getLogger(LaneTopics.class.getName());
    private static final String SHORT_LIVED = "?deliveryPersistent=false&timeToLive=30000";

    private final ProducerTemplate template;
    private final Executor aside;

    /** @param aside sends them; drops what is too much */
    public LaneTopics(ProducerTemplate template, Executor aside) {
        this.template = template;
        this.aside = aside;
    }

    @Override
    public void say(LaneWord decision) {
        Map<String, Json> display = new LinkedHashMap<>(Map.of("en", new Json.Text(decision.display().en()), "zh", new Json.Text(decision.display().zh())));
        send("gate." + decision.lane() + ".decisions", Map.of("transaction", new Json.Text(decision.transaction()),
                "permission", new Json.Text(decision.permission().name()), "decidedAt", new Json.Text(decision.decidedAt().toString()),
                "display", new Json.Members(display)));
    }

    /** Tells a sender what became of its reading. @param state taken, repeat or refused @param what the reading, or why not */
    void answer(String lane, PartyId sender, String state, String what) {
        send("gate." + lane + ".receipts." + sender, Map.of("state", new Json.Text(state), "reading", new Json.Text(what)));
    }

    private void send(String address, Map<String, Json> members) {
        byte[] words = CanonicalJson.write(new Json.Members(members));
        aside.execute(() -> {
            try {
                template.sendBody("jms:topic:" + address + SHORT_LIVED, words);
            } catch (CamelExecutionException e) {
                LOG.log(Level.DEBUG, "A lane could not be told; it can ask", e);
            }
        });
    }
}
