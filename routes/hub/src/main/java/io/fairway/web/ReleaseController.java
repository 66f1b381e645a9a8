package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.view.ActView;
import io.fairway.usecase.view.RightEventView;
import io.fairway.usecase.view.RightView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Releases on the ledger: who may fetch the cargo, and the signed acts that pass that on. */
@RestController
@RequestMapping("/api/releases")
public class ReleaseController {
    private final RightRequests requests;
    private final Rights rights;
    private final Paging paging;

    public ReleaseController(RightRequests requests, Rights rights, Paging paging) {
        this.requests = requests;
        this.rights = rights;
        this.paging = paging;
    }

    /** Takes an intent about a release, signed with the caller's own key. */
    @OpenTo(Audience.RIGHT_HOLDERS)
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ActView> act(Caller caller, HttpServletRequest request) throws IOException {
        return requests.submit(caller, RightKind.RELEASE, request);
    }

    /** Those that name the caller, latest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<RightView> list(Caller caller, HttpServletRequest request,
                                @RequestParam(name = "number", required = false) Optional<String> number,
                                @RequestParam(name = "limit", required = false) Optional<String> limit,
                                @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, rights.list(caller, RightKind.RELEASE, number, paging.want(caller, request)));
    }

    /** One of them. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public RightView one(Caller caller, @PathVariable("id") String id) {
        return rights.find(caller, RightKind.RELEASE, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** What happened to it on the ledger, oldest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<RightEventView> history(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                        @RequestParam(name = "limit", required = false) Optional<String> limit,
                                        @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, rights.history(caller, RightKind.RELEASE, Ids.parse(id), paging.want(caller, request))
                .orElseThrow(ProblemException::notFound));
    }
}
