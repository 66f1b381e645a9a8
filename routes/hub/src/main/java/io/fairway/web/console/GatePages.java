package io.fairway.web.console;

import io.fairway.clearance.gate.GateRule;
import io.fairway.usecase.Caller;
import io.fairway.usecase.gate.GateAlarm;
import io.fairway.usecase.gate.OverrideGate;
import io.fairway.usecase.gate.ReadPassages;
import io.fairway.usecase.gate.WatchDevices.DeviceView;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.NotEntitledException;
import io.fairway.usecase.view.PassageView;
import io.fairway.usecase.view.PassageView.Place;
import io.fairway.usecase.view.PassageView.RuleView;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lanes of the gate: what the barrier does and why, and how two people set a rule aside. */
@RestController
@RequestMapping("/console/gates")
public class GatePages {
    private static final int LONGEST_REASON = 200;
    private static final int MOST_ALARMS = 10;

    private final ReadPassages passages;
    private final FourEyes fourEyes;
    private final Pages pages;

    public GatePages(ReadPassages passages, FourEyes fourEyes, Pages pages) {
        this.passages = passages;
        this.fourEyes = fourEyes;
        this.pages = pages;
    }

    /** Lanes of the caller's own gates, and those at which it may read what was decided last. */
    @OpenTo(Audience.GATE_KEEPERS)
    @GetMapping
    public ResponseEntity<String> lanes(Caller caller, HttpServletRequest request) {
        return pages.show(request, "gates", Map.of("lanes", passages.lanes(caller)));
    }

    /** What stands on a lane now, which devices are not believed, and what people must look at. It asks to be read again every two seconds. */
    @OpenTo(Audience.GATE_KEEPERS)
    @GetMapping("/{lane}")
    public ResponseEntity<String> lane(Caller caller, HttpServletRequest request, @PathVariable("lane") String lane) {
        if (!passages.lanes(caller).contains(lane)) {
            throw ProblemException.notFound();
        }
        List<GateAlarm> alarms = passages.alarms(caller, lane).orElse(List.of());
        List<DeviceView> unwell = passages.devices(caller, lane).orElse(List.of()).stream().filter(device -> !device.state().counts()).toList();
        return pages.show(request, "lane", Map.of("lane", lane, "passage", passages.last(caller, lane), "unwell", unwell, "alarms",
                alarms.subList(0, Math.min(alarms.size(), MOST_ALARMS))));
    }

    /** One passage with every rule, and the form to set one aside. */
    @OpenTo(Audience.GATE_KEEPERS)
    @GetMapping("/{lane}/transactions/{id}")
    public ResponseEntity<String> passage(Caller caller, HttpServletRequest request, @PathVariable("lane") String lane, @PathVariable("id") String id) {
        return show(caller, request, HttpStatus.OK, passages.one(caller, lane, id).orElseThrow(ProblemException::notFound));
    }

    private ResponseEntity<String> show(Caller caller, HttpServletRequest request, HttpStatus status, PassageView passage) {
        return pages.show(request, status, "passage", Map.of("passage", passage, "rules", overridable(caller, passage), "wrong",
                status == HttpStatus.OK ? "" : "override.wrong"));
    }

    private static List<GateRule> overridable(Caller caller, PassageView passage) {
        return passage.place() == Place.GONE ? List.of() : passage.rules().stream().filter(RuleView::stops).map(RuleView::rule).distinct()
                .filter(rule -> OverrideGate.capacity(caller, rule).isPresent()).toList();
    }

    /** Asks to set a rule aside for this passage; a second person confirms it among the approvals. */
    @OpenTo(Audience.GATE_KEEPERS)
    @PostMapping(path = "/{lane}/transactions/{id}/overrides", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    public ResponseEntity<String> override(Caller caller, HttpServletRequest request, @PathVariable("lane") String lane, @PathVariable("id") String id) {
        PassageView passage = passages.one(caller, lane, id).orElseThrow(ProblemException::notFound);
        String reason = Optional.ofNullable(request.getParameter("reason")).map(String::strip).orElse("");
        Optional<GateRule> wanted = Stream.of(GateRule.values()).filter(rule -> rule.name().equals(request.getParameter("rule"))).findFirst();
        if (wanted.isEmpty() || reason.isEmpty() || reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            return show(caller, request, HttpStatus.BAD_REQUEST, passage);
        }
        GateRule rule = wanted.get();
        if (OverrideGate.capacity(caller, rule).isEmpty()) {
            throw new NotEntitledException("This rule is not yours to set aside.");
        }
        fourEyes.ask(caller, OverrideGate.KIND, id, OverrideGate.detail(lane, rule, reason));
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(Section.APPROVALS.path())).build();
    }
}
