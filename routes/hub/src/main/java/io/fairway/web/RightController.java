package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.view.RightEventView;
import io.fairway.usecase.view.RightView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is read of the rights on the ledger, the same for every kind. */
abstract class RightController {
    private final RightKind kind;
    private final Rights rights;
    private final Paging paging;

    RightController(RightKind kind, Rights rights, Paging paging) {
        this.kind = kind;
        this.rights = rights;
        this.paging = paging;
    }

    /** Those that name the caller, latest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<RightView> list(Caller caller, HttpServletRequest request,
                                @RequestParam(name = "number", required = false) Optional<String> number,
                                @RequestParam(name = "limit", required = false) Optional<String> limit,
                                @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, rights.list(caller, kind, number, paging.want(caller, request)));
    }

    /** One of them. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public RightView one(Caller caller, @PathVariable("id") String id) {
        return rights.find(caller, kind, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** What happened to it on the ledger, oldest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<RightEventView> history(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                        @RequestParam(name = "limit", required = false) Optional<String> limit,
                                        @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, rights.history(caller, kind, Ids.parse(id), paging.want(caller, request))
                .orElseThrow(ProblemException::notFound));
    }
}
