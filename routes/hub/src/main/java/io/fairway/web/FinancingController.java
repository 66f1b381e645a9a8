package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.view.ActView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was financed, claimed on the ledger by a commitment that nobody can guess; a bank sees its own claims only. */
@RestController
@RequestMapping("/api/financings")
public class FinancingController extends RightController {
    private final RightRequests requests;

    public FinancingController(RightRequests requests, Rights rights, Paging paging) {
        super(RightKind.FINANCING, rights, paging);
        this.requests = requests;
    }

    /** Takes an intent about a financing, signed with the caller's own key. */
    @OpenTo(Audience.BANKS)
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ActView> act(Caller caller, HttpServletRequest request) throws IOException {
        return requests.submit(caller, RightKind.FINANCING, request);
    }
}
