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

/** What terminals, customs and the port attested on the ledger of cases that the caller sees. */
@RestController
@RequestMapping("/api/attestations")
public class AttestationController extends RightController {
    private final RightRequests requests;

    public AttestationController(RightRequests requests, Rights rights, Paging paging) {
        super(RightKind.ATTESTATION, rights, paging);
        this.requests = requests;
    }

    /** Takes an intent that attests a fact, signed with the caller's own key. */
    @OpenTo(Audience.ATTESTERS)
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ActView> act(Caller caller, HttpServletRequest request) throws IOException {
        return requests.submit(caller, RightKind.ATTESTATION, request);
    }
}
