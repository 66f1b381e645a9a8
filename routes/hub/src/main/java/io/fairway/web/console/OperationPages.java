package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.ResumeParked;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.title.LedgerState;
import io.fairway.usecase.view.Slice;
import io.fairway.web.Ids;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.Paging;
import io.fairway.web.ProblemException;
import io.fairway.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is stuck and why, how much waits, how hub and ledger agree; and the way on for what was parked. */
@RestController
public class OperationPages {
    private static final String PATH = "/console/operations";
    private static final Slice.Want FIRST = new Slice.Want(50, Optional.empty());

    private final OperationQueries operations;
    private final ResumeParked parked;
    private final LedgerState ledger;
    private final RegistryQueries registry;
    private final WebSettings settings;
    private final InstantSource clock;
    private final Paging paging;
    private final Pages pages;

    public OperationPages(OperationQueries operations, ResumeParked parked, LedgerState ledger, RegistryQueries registry, WebSettings settings,
                          InstantSource clock, Paging paging, Pages pages) {
        this.operations = operations;
        this.parked = parked;
        this.ledger = ledger;
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
        this.paging = paging;
        this.pages = pages;
    }

    /** All of it on one page. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping(PATH)
    public ResponseEntity<String> operations(Caller caller, HttpServletRequest request) {
        return pages.show(request, "operations", Map.of("list", paging.page(caller, request,
                operations.overdue(clock.instant(), settings.overdueAfter(), paging.want(caller, request))), "backlog", operations.backlog(),
                "ledger", ledger.now(), "alarms", registry.alarms(caller, FIRST).items(), "security", registry.securityEvents(FIRST).items()));
    }

    /** Tries again what the hub gave up. */
    @OpenTo(Audience.OPERATORS)
    @PostMapping(PATH + "/{id}/resume")
    public ResponseEntity<String> resume(Caller caller, @PathVariable("id") String id) {
        return parked.resume(caller, Ids.parse(id))
                .map(row -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PATH)).<String>build())
                .orElseThrow(ProblemException::notFound);
    }
}
