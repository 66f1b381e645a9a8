package io.fairway.web;

import io.fairway.clearance.Agency;
import io.fairway.usecase.Caller;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.LiftHold;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.NotEntitledException;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.view.ApprovalView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Acts that take two persons of one organisation: asked by one, confirmed or refused by another. */
@RestController
public class ApprovalController {
    private static final String PATH = "/api/approvals";

    private final RegistryQueries queries;
    private final CaseQueries cases;
    private final FourEyes fourEyes;
    private final JsonBodies bodies;
    private final Paging paging;

    public ApprovalController(RegistryQueries queries, CaseQueries cases, FourEyes fourEyes, JsonBodies bodies, Paging paging) {
        this.queries = queries;
        this.cases = cases;
        this.fourEyes = fourEyes;
        this.bodies = bodies;
        this.paging = paging;
    }

    /** Those of the caller's organisation, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<ApprovalView> approvals(Caller caller, HttpServletRequest request,
                                        @RequestParam(name = "limit", required = false) Optional<String> limit,
                                        @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, queries.approvals(caller, paging.want(caller, request)));
    }

    /** One of them. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public ApprovalView approval(Caller caller, @PathVariable("id") String id) {
        return queries.approval(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** Does it, as the second person. */
    @OpenTo(Audience.READERS)
    @PostMapping(path = PATH + "/{id}/confirmation", produces = MediaType.APPLICATION_JSON_VALUE)
    public ApprovalView confirm(Caller caller, @PathVariable("id") String id) {
        return fourEyes.confirm(caller, Ids.parse(id)).map(ApprovalView::of).orElseThrow(ProblemException::notFound);
    }

    /** Drops it. */
    @OpenTo(Audience.READERS)
    @PostMapping(path = PATH + "/{id}/refusal", produces = MediaType.APPLICATION_JSON_VALUE)
    public ApprovalView refuse(Caller caller, @PathVariable("id") String id) {
        return fourEyes.refuse(caller, Ids.parse(id)).map(ApprovalView::of).orElseThrow(ProblemException::notFound);
    }

    /** Which hold is meant. @param hold the agency's own id of it */
    record Lift(Optional<String> hold) {
    }

    /** Asks to lift a hold of the caller's agency by hand; a second person confirms. */
    @OpenTo(Audience.AGENCIES)
    @PostMapping(path = "/api/consignments/{id}/hold-lifts", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ApprovalView> lift(Caller caller, HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        var seen = cases.consignment(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
        Agency agency = LiftHold.agencyOf(caller).orElseThrow(() -> new NotEntitledException("You speak for no agency."));
        Lift lift = bodies.read(request, Lift.class);
        var act = fourEyes.ask(caller, LiftHold.KIND, seen.consignment().id().toString(),
                LiftHold.detail(agency, JsonBodies.text(lift.hold(), "hold", 100)));
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + act.id())).body(ApprovalView.of(act));
    }
}
