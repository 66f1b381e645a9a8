package io.fairway.web.console;

import io.fairway.document.id.RefusedValueException;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.evidence.EvidenceSpool.Spooled;
import io.fairway.usecase.verification.ProvableFact;
import io.fairway.usecase.verification.ProveFact;
import io.fairway.usecase.verification.Question;
import io.fairway.usecase.verification.VerifyTrade;
import io.fairway.usecase.view.VerificationView;
import io.fairway.web.BodyReader;
import io.fairway.web.Ids;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.ProblemException;
import io.fairway.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a bank asks of a trade: each check answered for itself, and the proof of a fact as a file. */
@RestController
@RequestMapping("/console/bank/verifications")
public class VerificationPages {
    private static final List<String> FACTS = List.of(ProvableFact.values()).stream().map(ProvableFact::word).toList();

    private final VerifyTrade verification;
    private final ProveFact proofs;
    private final BodyReader bodies;
    private final WebSettings settings;
    private final Pages pages;

    public VerificationPages(VerifyTrade verification, ProveFact proofs, BodyReader bodies, WebSettings settings, Pages pages) {
        this.verification = verification;
        this.proofs = proofs;
        this.bodies = bodies;
        this.settings = settings;
        this.pages = pages;
    }

    /** Compares what the form presents with what stands here and on the ledger, and goes to the answers. */
    @OpenTo(Audience.BANKS)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    public ResponseEntity<String> verify(Caller caller, HttpServletRequest request) throws IOException {
        return bodies.with(request, settings.intakeLimitBytes(), body -> {
            var form = new TradeForm(FormParts.of(Optional.ofNullable(request.getContentType()), body));
            checkAmount(form);
            if (form.isWrong()) {
                return pages.show(request, HttpStatus.BAD_REQUEST, "verify", form.shown());
            }
            return verification.verify(caller, form.question()).map(VerificationPages::answers).orElseGet(() -> {
                form.refuse("unknown");
                return pages.show(request, HttpStatus.NOT_FOUND, "verify", form.shown());
            });
        });
    }

    private void checkAmount(TradeForm form) {
        try {
            verification.accepted(form.question().terms());
        } catch (IllegalArgumentException noAmount) {
            form.refuse("amount");
        }
    }

    private static ResponseEntity<String> answers(VerificationView answered) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/console/bank/verifications/" + answered.id())).build();
    }

    /** The answers, as they were given then. */
    @OpenTo(Audience.BANKS)
    @GetMapping("/{id}")
    public ResponseEntity<String> one(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        VerificationView answered = verification.find(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
        return pages.show(request, "verification", Map.of("asked", answered, "facts", FACTS));
    }

    /** Proof of one fact as it stands now, as one signed container. */
    @OpenTo(Audience.BANKS)
    @GetMapping("/{id}/proofs/{fact}")
    public void proof(Caller caller, @PathVariable("id") String id, @PathVariable("fact") String fact,
                      @RequestParam(name = "latestShipment", required = false) Optional<String> latestShipment,
                      @RequestParam(name = "customer", required = false) Optional<String> customer, HttpServletResponse response) throws IOException {
        ProvableFact wanted = ProvableFact.of(fact).orElseThrow(ProblemException::notFound);
        var terms = new Question.Terms(given(customer, PartyId::new), given(latestShipment, LocalDate::parse), Optional.empty(), Optional.empty());
        Optional<Spooled> proven = proofs.prove(caller, Ids.parse(id), wanted, terms);
        ConsignmentPages.send(proven, wanted.word(), response);
    }

    private static <T> Optional<T> given(Optional<String> text, Function<String, T> reading) {
        try {
            return text.map(String::strip).filter(value -> !value.isEmpty()).map(reading);
        } catch (RefusedValueException | DateTimeParseException refused) {
            throw ProblemException.malformed("Expected a party or a day.");
        }
    }
}
