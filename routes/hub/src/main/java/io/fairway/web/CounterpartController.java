package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.ShowCounterparts;
import io.fairway.usecase.view.CounterpartView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counterparts as they are configured. */
@RestController
public class CounterpartController {
    private final ShowCounterparts counterparts;
    private final Paging paging;

    public CounterpartController(ShowCounterparts counterparts, Paging paging) {
        this.counterparts = counterparts;
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
}
