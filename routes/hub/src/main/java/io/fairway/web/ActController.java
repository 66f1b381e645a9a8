package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.title.Acts;
import io.fairway.usecase.title.TwoPersonAct;
import io.fairway.usecase.view.ActView;
import io.fairway.usecase.view.IntentView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts on the ledger: drafts to sign, and what became of what was signed. */
@RestController
public class ActController {
    private final RightRequests requests;
    private final Acts acts;
    private final Transactions transactions;
    private final FourEyes fourEyes;

    public ActController(RightRequests requests, Acts acts, Transactions transactions, FourEyes fourEyes) {
        this.requests = requests;
        this.acts = acts;
        this.transactions = transactions;
        this.fourEyes = fourEyes;
    }

    /** Exactly what the caller is to sign with its own key; the hub does not have it. */
    @OpenTo(Audience.RIGHT_HOLDERS)
    @PostMapping(path = "/api/intents", produces = MediaType.APPLICATION_JSON_VALUE)
    public IntentView draft(Caller caller, HttpServletRequest request) throws IOException {
        return requests.draft(caller, request);
    }

    /** What became of one of the caller's acts. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/api/acts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public ActView act(Caller caller, @PathVariable("id") String id) {
        UUID act = Ids.parse(id);
        return transactions.asParty(caller.party(), () -> acts.find(act))
                .or(() -> fourEyes.find(caller, act).flatMap(TwoPersonAct::view)).orElseThrow(ProblemException::notFound);
    }

    /** The proof that it stands on the ledger, to be checked offline with {@code ./fairway ledger verify}. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/api/acts/{id}/receipt")
    public ResponseEntity<byte[]> receipt(Caller caller, @PathVariable("id") String id) {
        byte[] receipt = transactions.asParty(caller.party(), () -> acts.receipt(Ids.parse(id))).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(id + ".receipt").build().toString())
                .body(receipt);
    }
}
