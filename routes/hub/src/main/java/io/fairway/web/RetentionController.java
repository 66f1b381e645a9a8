package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.PendingAct;
import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.EraseOnRequest;
import io.fairway.usecase.retention.HoldLegally;
import io.fairway.usecase.retention.LegalHold;
import io.fairway.usecase.retention.OverseeRetention;
import io.fairway.usecase.view.ApprovalView;
import io.fairway.usecase.view.ErasureView;
import io.fairway.usecase.view.LegalHoldView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Erasure on request, and legal holds that keep a thing from it. */
@RestController
public class RetentionController {
    private static final String ERASURES = "/api/erasures";
    private static final String HOLDS = "/api/legal-holds";
    private static final int MOST_REASON = 500;

    private final EraseOnRequest erase;
    private final HoldLegally hold;
    private final OverseeRetention retention;
    private final FourEyes fourEyes;
    private final JsonBodies bodies;
    private final Paging paging;

    public RetentionController(EraseOnRequest erase, HoldLegally hold, OverseeRetention retention, FourEyes fourEyes, JsonBodies bodies, Paging paging) {
        this.erase = erase;
        this.hold = hold;
        this.retention = retention;
        this.fourEyes = fourEyes;
        this.bodies = bodies;
        this.paging = paging;
    }

    /** What is meant, and why. @param reason names nobody, since it is kept */
    record Wish(Optional<Erasable> kind, Optional<String> subject, Optional<String> reason) {
        Erasable what() {
            return JsonBodies.required(kind, "kind");
        }

        String id() {
            return JsonBodies.text(subject, "subject", 36);
        }

        String why() {
            return JsonBodies.text(reason, "reason", MOST_REASON);
        }
    }

    /** What was erased, latest first. */
    @OpenTo(Audience.OVERSEERS)
    @GetMapping(path = ERASURES, produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<ErasureView> erasures(Caller caller, HttpServletRequest request,
                                      @RequestParam(name = "limit", required = false) Optional<String> limit,
                                      @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, retention.erasures(paging.want(caller, request)));
    }

    /** Asks to erase something; a second person of the operator confirms. */
    @OpenTo(Audience.OPERATORS)
    @PostMapping(path = ERASURES, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ApprovalView> erase(Caller caller, HttpServletRequest request) throws IOException {
        Wish wish = bodies.read(request, Wish.class);
        return asked(erase.ask(fourEyes, caller, wish.what(), Ids.parse(wish.id()), wish.why()).orElseThrow(ProblemException::notFound));
    }

    /** Holds that stand, latest first. */
    @OpenTo(Audience.OVERSEERS)
    @GetMapping(path = HOLDS, produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<LegalHoldView> holds(Caller caller, HttpServletRequest request,
                                     @RequestParam(name = "limit", required = false) Optional<String> limit,
                                     @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, retention.holds(paging.want(caller, request)));
    }

    /** Places a hold; it counts at once. */
    @OpenTo(Audience.OPERATORS)
    @PostMapping(path = HOLDS, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<LegalHoldView> place(Caller caller, HttpServletRequest request) throws IOException {
        Wish wish = bodies.read(request, Wish.class);
        LegalHold placed = hold.place(caller, wish.what(), Ids.parse(wish.id()), wish.why()).orElseThrow(ProblemException::notFound);
        return ResponseEntity.status(HttpStatus.CREATED).body(LegalHoldView.of(placed));
    }

    /** Asks to lift a hold; a second person of the operator confirms. */
    @OpenTo(Audience.OPERATORS)
    @DeleteMapping(path = HOLDS + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ApprovalView> lift(Caller caller, @PathVariable("id") String id) {
        LegalHold standing = retention.hold(Ids.parse(id)).orElseThrow(ProblemException::notFound);
        return asked(fourEyes.ask(caller, HoldLegally.KIND, standing.id().toString(), Map.of("what", standing.kind().name(), "held",
                standing.subject().toString())));
    }

    private static ResponseEntity<ApprovalView> asked(PendingAct act) {
        return ResponseEntity.accepted().location(URI.create("/api/approvals/" + act.id())).body(ApprovalView.of(act));
    }
}
