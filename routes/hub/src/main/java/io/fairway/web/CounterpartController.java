package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.CounterpartProfiles;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.ShowCounterparts;
import io.fairway.usecase.registry.TakeOnCounterpart;
import io.fairway.usecase.view.ApprovalView;
import io.fairway.usecase.view.CounterpartView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counterparts as they are configured, and new ones. */
@RestController
public class CounterpartController {
    private final ShowCounterparts counterparts;
    private final CounterpartProfiles profiles;
    private final FourEyes fourEyes;
    private final JsonBodies bodies;
    private final Paging paging;

    public CounterpartController(ShowCounterparts counterparts, CounterpartProfiles profiles, FourEyes fourEyes, JsonBodies bodies, Paging paging) {
        this.counterparts = counterparts;
        this.profiles = profiles;
        this.fourEyes = fourEyes;
        this.bodies = bodies;
        this.paging = paging;
    }

    /** Whom the hub tells what, how, and how that goes. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping(path = "/api/counterparts", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<CounterpartView> all(Caller caller, HttpServletRequest request,
                                     @RequestParam(name = "limit", required = false) Optional<String> limit,
                                     @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, counterparts.all(paging.want(caller, request)));
    }

    /** Asks to take on a counterpart, or to replace its profile; a second person of the operator confirms. */
    @OpenTo(Audience.OPERATORS)
    @PostMapping(path = "/api/counterparts", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ApprovalView> takeOn(Caller caller, HttpServletRequest request) throws IOException {
        String profile = bodies.object(request);
        var act = fourEyes.ask(caller, TakeOnCounterpart.KIND, named(profile).value(), TakeOnCounterpart.detail(profile));
        return ResponseEntity.accepted().location(URI.create("/api/approvals/" + act.id())).body(ApprovalView.of(act));
    }

    private PartyId named(String profile) {
        try {
            return profiles.read(profile).party().id();
        } catch (ActImpossibleException unusable) {
            throw ProblemException.of(ProblemCode.BODY_INVALID, String.valueOf(unusable.getMessage()));
        }
    }
}
