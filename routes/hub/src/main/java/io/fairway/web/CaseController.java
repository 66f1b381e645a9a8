package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.view.ContainerView;
import io.fairway.usecase.view.DeclarationView;
import io.fairway.usecase.view.PortCallView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Containers, declarations and port calls, by their business numbers. */
@RestController
public class CaseController {
    private final CaseQueries cases;
    private final Paging paging;

    public CaseController(CaseQueries cases, Paging paging) {
        this.cases = cases;
        this.paging = paging;
    }

    /** Containers of the consignments the caller may see, newest first: where each is, and whether it may leave. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/api/containers", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<ContainerView> containers(Caller caller, HttpServletRequest request,
                                          @RequestParam(name = "number", required = false) Optional<String> number,
                                          @RequestParam(name = "limit", required = false) Optional<String> limit,
                                          @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, cases.containers(caller, number, paging.want(caller, request)));
    }

    /** The caller's declarations, newest first; customs sees those it was told of. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/api/declarations", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<DeclarationView> declarations(Caller caller, HttpServletRequest request,
                                              @RequestParam(name = "lrn", required = false) Optional<String> lrn,
                                              @RequestParam(name = "limit", required = false) Optional<String> limit,
                                              @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, cases.declarations(caller, lrn, paging.want(caller, request)));
    }

    /** One of them. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/api/declarations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public DeclarationView declaration(Caller caller, @PathVariable("id") String id) {
        return cases.declaration(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** Port calls with cargo the caller may see, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/api/port-calls", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<PortCallView> portCalls(Caller caller, HttpServletRequest request,
                                        @RequestParam(name = "ship", required = false) Optional<String> ship,
                                        @RequestParam(name = "limit", required = false) Optional<String> limit,
                                        @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, cases.portCalls(caller, ship, paging.want(caller, request)));
    }
}
