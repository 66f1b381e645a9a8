package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.ResumeParked;
import io.fairway.usecase.title.LedgerState;
import io.fairway.usecase.view.BacklogView;
import io.fairway.usecase.view.LedgerStateView;
import io.fairway.usecase.view.OverdueView;
import io.fairway.usecase.view.ResumedView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the operator of the hub looks at. */
@RestController
public class OperationsController {
    private final OperationQueries operations;
    private final Paging paging;
    private final WebSettings settings;
    private final InstantSource clock;
    private final LedgerState ledger;
    private final ResumeParked parked;

    public OperationsController(OperationQueries operations, Paging paging, WebSettings settings, InstantSource clock, LedgerState ledger,
                                ResumeParked parked) {
        this.parked = parked;
        this.ledger = ledger;
        this.operations = operations;
        this.paging = paging;
        this.settings = settings;
        this.clock = clock;
    }

    /** What waits longer than its limit or was parked, with the cause; oldest first. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping(path = "/api/operations/overdue", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<OverdueView> overdue(Caller caller, HttpServletRequest request,
                                     @RequestParam(name = "limit", required = false) Optional<String> limit,
                                     @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, operations.overdue(clock.instant(), settings.overdueAfter(), paging.want(caller, request)));
    }

    /** Tries again what the hub gave up, after the cause was mended; what waits behind it goes on after it. */
    @OpenTo(Audience.OPERATORS)
    @PostMapping(path = "/api/operations/overdue/{id}/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    public ResumedView resume(Caller caller, @PathVariable("id") String id) {
        return parked.resume(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** How much of what is waiting. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping(path = "/api/operations/backlog", produces = MediaType.APPLICATION_JSON_VALUE)
    public BacklogView backlog() {
        return operations.backlog();
    }

    /** How hub and ledger stand with each other: what waits, how far they were compared, and where they differ. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping(path = "/api/operations/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
    public LedgerStateView ledger() {
        return ledger.now();
    }
}
