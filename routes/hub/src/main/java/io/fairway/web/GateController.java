package io.fairway.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.fairway.clearance.gate.GateRule;
import io.fairway.document.finding.Text;
import io.fairway.usecase.Caller;
import io.fairway.usecase.gate.GateStore.Kept;
import io.fairway.usecase.gate.OverrideGate;
import io.fairway.usecase.gate.ReadPassages;
import io.fairway.usecase.gate.TakeReadings;
import io.fairway.usecase.gate.TakeReadings.Answer;
import io.fairway.usecase.gate.WatchDevices.DeviceView;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.NotEntitledException;
import io.fairway.usecase.view.ApprovalView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The gate for devices without MQTT, and for whoever wants to know why a barrier opened or stayed down. */
@RestController
@RequestMapping("/api/gates/{lane}")
public class GateController {
    private static final int MOST_BYTES = 64 * 1024;

    private final TakeReadings take;
    private final ReadPassages passages;
    private final FourEyes fourEyes;
    private final BodyReader bodies;
    private final JsonBodies json;

    public GateController(TakeReadings take, ReadPassages passages, FourEyes fourEyes, BodyReader bodies, JsonBodies json) {
        this.take = take;
        this.passages = passages;
        this.fourEyes = fourEyes;
        this.bodies = bodies;
        this.json = json;
    }

    /** @param state taken, repeat or alive; @param decision what the lane is to do, when this reading decided that */
    record ReadingAnswer(String reading, String state, Optional<DecisionBrief> decision) {
    }

    /** What barrier and display need. */
    record DecisionBrief(String transaction, String permission, Text display) {
    }

    /** One transaction, explained. @param id by which erasures and legal holds name it */
    record TransactionBody(String transaction, UUID id, String lane, String permission, List<String> containers, String plate, List<RevisionBody> revisions) {
    }

    /** @param record as it was sealed; @param seal detached CMS signature over exactly these bytes, base64 */
    record RevisionBody(int revision, String cause, String permission, Instant decidedAt, String digest, String seal, @JsonRawValue String record) {
    }

    /** Takes one reading of a device of this lane. */
    @OpenTo(Audience.GATE_DEVICES)
    @PostMapping(path = "/readings", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ReadingAnswer> reading(Caller caller, HttpServletRequest request, @PathVariable("lane") String lane)
            throws IOException {
        Answer answer = bodies.with(request, MOST_BYTES, bytes -> take.take(caller.party(), lane, bytes));
        return switch (answer) {
            case Answer.Unknown _ -> throw ProblemException.notFound();
            case Answer.Refused refused -> throw ProblemException.of(ProblemCode.BODY_INVALID, refused.code() + ": " + refused.why() + ".");
            case Answer.Repeat repeat -> ResponseEntity.accepted().body(new ReadingAnswer(repeat.reading(), "repeat", Optional.empty()));
            case Answer.Alive alive -> ResponseEntity.accepted().body(new ReadingAnswer(alive.device(), "alive", Optional.empty()));
            case Answer.Taken taken -> ResponseEntity.accepted().body(new ReadingAnswer(taken.reading(), "taken", taken.decision()
                    .map(made -> new DecisionBrief(made.inputs().transaction(), made.permission().name(), made.display()))));
        };
    }

    /** Explains one transaction from its records alone. */
    @OpenTo(Audience.GATE_READERS)
    @GetMapping(path = "/transactions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public TransactionBody transaction(Caller caller, @PathVariable("lane") String lane, @PathVariable("id") String id) {
        List<Kept> revisions = passages.revisions(caller, lane, id);
        if (revisions.isEmpty()) {
            throw ProblemException.notFound();
        }
        Kept latest = revisions.getLast();
        return new TransactionBody(id, latest.subject(), lane, latest.permission().name(), latest.containers(), latest.plate(),
                revisions.stream().map(GateController::revision).toList());
    }

    /** What the barrier is to do now. */
    record StandingDecision(String transaction, int revision, String permission) {
    }

    /** For a device of this lane: the decision that stands, for example after people have set a rule aside. */
    @OpenTo(Audience.GATE_DEVICES)
    @GetMapping(path = "/decision", produces = MediaType.APPLICATION_JSON_VALUE)
    public StandingDecision decision(Caller caller, @PathVariable("lane") String lane) {
        return passages.standing(caller, lane).map(kept -> new StandingDecision(kept.transaction(), kept.revision(), kept.permission().name()))
                .orElseThrow(ProblemException::notFound);
    }

    /** @param items latest first */
    record AlarmsBody(List<AlarmBody> items) {
    }

    /** Something people must look at. */
    record AlarmBody(Optional<String> transaction, Optional<String> device, String kind, Instant at, Text text) {
    }

    /** What people must look at on a lane of the caller's gate: conflicts of hub and agent, and trucks that passed without leave. */
    @OpenTo(Audience.GATE_KEEPERS)
    @GetMapping(path = "/alarms", produces = MediaType.APPLICATION_JSON_VALUE)
    public AlarmsBody alarms(Caller caller, @PathVariable("lane") String lane) {
        return new AlarmsBody(passages.alarms(caller, lane).orElseThrow(ProblemException::notFound).stream()
                .map(alarm -> new AlarmBody(alarm.transaction(), alarm.device(), alarm.kind().name(), alarm.at(), alarm.kind().text())).toList());
    }

    /** @param items by name */
    record DevicesBody(List<DeviceBody> items) {
    }

    /** How a device stands. @param heard within the last hour @param driftMilliseconds of its clock, where that is too much */
    record DeviceBody(String device, String state, boolean counts, Optional<Instant> since, Optional<Instant> heard, Optional<Long> driftMilliseconds,
                      Text text) {
        static DeviceBody of(DeviceView view) {
            return new DeviceBody(view.device(), view.state().name(), view.state().counts(), view.since(), view.heard(),
                    Optional.of(view.drift().toMillis()).filter(drift -> drift > 0), view.state().text());
        }
    }

    /** How the devices of a lane of the caller's gate stand: which live, which are believed. */
    @OpenTo(Audience.GATE_KEEPERS)
    @GetMapping(path = "/devices", produces = MediaType.APPLICATION_JSON_VALUE)
    public DevicesBody devices(Caller caller, @PathVariable("lane") String lane) {
        return new DevicesBody(passages.devices(caller, lane).orElseThrow(ProblemException::notFound).stream().map(DeviceBody::of).toList());
    }

    /** Which rule is to be set aside for one passage, and why. */
    record OverrideWish(Optional<GateRule> rule, Optional<String> reason) {
    }

    /** Asks to set a rule aside for one passage; a second person confirms. */
    @OpenTo(Audience.GATE_KEEPERS)
    @PostMapping(path = "/transactions/{id}/overrides", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ApprovalView> override(Caller caller, HttpServletRequest request, @PathVariable("lane") String lane,
                                                 @PathVariable("id") String id) throws IOException {
        if (passages.revisions(caller, lane, id).isEmpty()) {
            throw ProblemException.notFound();
        }
        OverrideWish wanted = json.read(request, OverrideWish.class);
        GateRule rule = JsonBodies.required(wanted.rule(), "rule");
        if (OverrideGate.capacity(caller, rule).isEmpty()) {
            throw new NotEntitledException("This rule is not yours to set aside.");
        }
        var act = fourEyes.ask(caller, OverrideGate.KIND, id, OverrideGate.detail(lane, rule, JsonBodies.text(wanted.reason(), "reason", 200)));
        return ResponseEntity.accepted().location(URI.create("/api/approvals/" + act.id())).body(ApprovalView.of(act));
    }

    private static RevisionBody revision(Kept kept) {
        return new RevisionBody(kept.revision(), kept.cause().name(), kept.permission().name(), kept.decidedAt(), kept.digest().value(),
                Base64.getEncoder().encodeToString(kept.seal()), new String(kept.record(), StandardCharsets.UTF_8));
    }
}
