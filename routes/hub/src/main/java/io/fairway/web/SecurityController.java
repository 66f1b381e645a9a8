package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.view.AlarmView;
import io.fairway.usecase.view.SecurityEventView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was tried against the rules, and what needs somebody's hand before a time. */
@RestController
public class SecurityController {
    private final RegistryQueries queries;
    private final Paging paging;

    public SecurityController(RegistryQueries queries, Paging paging) {
        this.queries = queries;
        this.paging = paging;
    }

    /** The security journal, newest first. */
    @OpenTo(Audience.OVERSEERS)
    @GetMapping(path = "/api/security-events", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<SecurityEventView> securityEvents(Caller caller, HttpServletRequest request,
                                                  @RequestParam(name = "limit", required = false) Optional<String> limit,
                                                  @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, queries.securityEvents(paging.want(caller, request)));
    }

    /** What ends within 60 days: of the caller's organisation, or all for the operator. */
    @OpenTo(Audience.PARTIES)
    @GetMapping(path = "/api/alarms", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<AlarmView> alarms(Caller caller, HttpServletRequest request,
                                  @RequestParam(name = "limit", required = false) Optional<String> limit,
                                  @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, queries.alarms(caller, paging.want(caller, request)));
    }
}
