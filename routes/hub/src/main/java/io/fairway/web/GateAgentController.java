package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.gate.IssuePasses;
import io.fairway.usecase.gate.TakeDeliveries;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What gate agents fetch and bring: passes ahead of the trucks, decisions behind them. */
@RestController
@RequestMapping("/api/gates")
public class GateAgentController {
    private static final int MOST_BYTES = 256 * 1024;

    private final IssuePasses passes;
    private final TakeDeliveries deliveries;
    private final BodyReader bodies;

    public GateAgentController(IssuePasses passes, TakeDeliveries deliveries, BodyReader bodies) {
        this.passes = passes;
        this.deliveries = deliveries;
        this.bodies = bodies;
    }

    /** @param items compact JWS, in the order of the agent's sequence, at most 500 */
    record PassNewsList(List<String> items) {
    }

    /** What came of a delivery. @param state taken or repeat */
    record DeliveryAnswer(String state) {
    }

    /** Passes and revocations after a place in the agent's sequence. */
    @OpenTo(Audience.GATE_DEVICES)
    @GetMapping(path = "/passes", produces = MediaType.APPLICATION_JSON_VALUE)
    public PassNewsList passes(Caller caller, @RequestParam(name = "after", required = false) Optional<String> after) {
        String place = after.orElse("0");
        if (!place.matches("[0-9]{1,18}")) {
            throw ProblemException.of(ProblemCode.PARAMETER_INVALID, "Expected after as a place in the sequence, from 0.");
        }
        return new PassNewsList(passes.newsFor(caller.party(), Long.parseLong(place)).orElseThrow(ProblemException::notFound));
    }

    /** Takes a decision the agent made, once. */
    @OpenTo(Audience.GATE_DEVICES)
    @PostMapping(path = "/{lane}/deliveries", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<DeliveryAnswer> delivery(Caller caller, HttpServletRequest request, @PathVariable("lane") String lane)
            throws IOException {
        TakeDeliveries.Outcome outcome = bodies.with(request, MOST_BYTES, bytes -> deliveries.take(caller.party(), lane, bytes));
        return switch (outcome) {
            case TAKEN, REPEAT -> ResponseEntity.accepted().body(new DeliveryAnswer(outcome.name().toLowerCase(Locale.ROOT)));
            case UNKNOWN_LANE -> throw ProblemException.notFound();
            case NOT_A_RECORD -> throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected the record of a decision of this lane.");
        };
    }
}
