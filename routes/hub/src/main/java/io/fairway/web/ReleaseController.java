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

/** Releases on the ledger: who may fetch the cargo, and the signed acts that pass that on. */
@RestController
@RequestMapping("/api/releases")
public class ReleaseController extends RightController {
    private final RightRequests requests;

    public ReleaseController(RightRequests requests, Rights rights, Paging paging) {
        super(RightKind.RELEASE, rights, paging);
        this.requests = requests;
    }

    /** Takes an intent about a release, signed with the caller's own key. */
    @OpenTo(Audience.RIGHT_HOLDERS)
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ActView> act(Caller caller, HttpServletRequest request) throws IOException {
        return requests.submit(caller, RightKind.RELEASE, request);
    }
}
