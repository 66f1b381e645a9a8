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

/** Bills of lading on the ledger: who holds each, and the signed acts that move them. */
@RestController
@RequestMapping("/api/bills")
public class BillController extends RightController {
    private final RightRequests requests;

    public BillController(RightRequests requests, Rights rights, Paging paging) {
        super(RightKind.BILL, rights, paging);
        this.requests = requests;
    }

    /** Takes an intent about a bill of lading, signed with the caller's own key. */
    @OpenTo(Audience.RIGHT_HOLDERS)
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ActView> act(Caller caller, HttpServletRequest request) throws IOException {
        return requests.submit(caller, RightKind.BILL, request);
    }
}
