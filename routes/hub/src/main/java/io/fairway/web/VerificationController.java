package io.fairway.web;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.evidence.EvidenceSpool.Spooled;
import io.fairway.usecase.verification.FactNotAvailableException;
import io.fairway.usecase.verification.ProvableFact;
import io.fairway.usecase.verification.ProveFact;
import io.fairway.usecase.verification.Question;
import io.fairway.usecase.verification.VerifyTrade;
import io.fairway.usecase.view.VerificationView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a bank asks of a trade: the terms stand in the address, the file it was shown is the content. */
@RestController
@RequestMapping("/api/verifications")
public class VerificationController {
    private static final int MOST_TEXT = 100;

    private final VerifyTrade verification;
    private final BodyReader bodies;
    private final WebSettings settings;
    private final Paging paging;
    private final ProveFact proofs;

    public VerificationController(VerifyTrade verification, ProveFact proofs, BodyReader bodies, WebSettings settings, Paging paging) {
        this.verification = verification;
        this.proofs = proofs;
        this.bodies = bodies;
        this.settings = settings;
        this.paging = paging;
    }

    /** Compares what is presented with what stands here and on the ledger. Which bill: by {@code grant}, or by {@code carrier} and {@code bill}. */
    @OpenTo(Audience.BANKS)
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<VerificationView> verify(Caller caller, HttpServletRequest request,
                                                   @RequestParam(name = "grant", required = false) Optional<String> grant,
                                                   @RequestParam(name = "carrier", required = false) Optional<String> carrier,
                                                   @RequestParam(name = "bill", required = false) Optional<String> bill,
                                                   @RequestParam(name = "digest", required = false) Optional<String> digest,
                                                   @RequestParam(name = "customer", required = false) Optional<String> customer,
                                                   @RequestParam(name = "latestShipment", required = false) Optional<String> latestShipment,
                                                   @RequestParam(name = "invoice", required = false) Optional<String> invoice,
                                                   @RequestParam(name = "amount", required = false) Optional<String> amount) throws IOException {
        var subject = new Question.Subject(grant.map(Ids::parse), value(carrier, "carrier", PartyId::new), value(bill, "bill",
                text -> new BillNumber(text.strip().toUpperCase(Locale.ROOT))));
        if (subject.grant().isEmpty() && (subject.carrier().isEmpty() || subject.bill().isEmpty())) {
            throw ProblemException.of(ProblemCode.PARAMETER_MISSING, "Expected the parameter grant, or carrier and bill.");
        }
        var terms = accepted(new Question.Terms(value(customer, "customer", PartyId::new), latestShipment.map(VerificationController::day),
                value(invoice, "invoice", VerificationController::text), value(amount, "amount", VerificationController::text)));
        Optional<Sha256> shown = value(digest, "digest", text -> new Sha256(text.toLowerCase(Locale.ROOT)));
        VerificationView answered = hasContent(request)
                ? bodies.with(request, settings.intakeLimitBytes(), file -> answer(caller, new Question(subject, new Question.Presented(shown, file), terms)))
                : answer(caller, new Question(subject, new Question.Presented(shown, new byte[0]), terms));
        return ResponseEntity.created(URI.create("/api/verifications/" + answered.id())).body(answered);
    }

    private static boolean hasContent(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private VerificationView answer(Caller caller, Question question) {
        return verification.verify(caller, question).orElseThrow(ProblemException::notFound);
    }

    private Question.Terms accepted(Question.Terms terms) {
        try {
            return verification.accepted(terms);
        } catch (IllegalArgumentException noAmount) {
            throw ProblemException.of(ProblemCode.PARAMETER_INVALID, String.valueOf(noAmount.getMessage()));
        }
    }

    private static <T> Optional<T> value(Optional<String> text, String parameter, Function<String, T> reading) {
        try {
            return text.map(reading);
        } catch (RefusedValueException refused) {
            throw ProblemException.of(ProblemCode.PARAMETER_INVALID, "Expected " + parameter + " to be " + refused.expected() + ".");
        }
    }

    private static String text(String value) {
        if (value.isBlank() || value.length() > MOST_TEXT || value.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.of(ProblemCode.PARAMETER_INVALID, "Expected invoice and amount with 1 to " + MOST_TEXT + " characters.");
        }
        return value;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw ProblemException.of(ProblemCode.PARAMETER_INVALID, "Expected latestShipment to be a day such as 2026-03-31.");
        }
    }

    /** The caller's own, newest first. */
    @OpenTo(Audience.BANKS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<VerificationView> verifications(Caller caller, HttpServletRequest request,
                                                @RequestParam(name = "limit", required = false) Optional<String> limit,
                                                @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, verification.list(caller, paging.want(caller, request)));
    }

    /** One of them, as it was answered then. */
    @OpenTo(Audience.BANKS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public VerificationView verification(Caller caller, @PathVariable("id") String id) {
        return verification.find(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** One fact of the trade as it stands now, to be checked without the hub; nothing else of the trade is in it. */
    @OpenTo(Audience.BANKS)
    @GetMapping(path = "/{id}/proofs/{fact}")
    public void proof(Caller caller, @PathVariable("id") String id, @PathVariable("fact") String fact,
                      @RequestParam(name = "latestShipment", required = false) Optional<String> latestShipment,
                      @RequestParam(name = "customer", required = false) Optional<String> customer, HttpServletResponse response) throws IOException {
        ProvableFact wanted = ProvableFact.of(fact).orElseThrow(ProblemException::notFound);
        var terms = new Question.Terms(value(customer, "customer", PartyId::new), latestShipment.map(VerificationController::day), Optional.empty(),
                Optional.empty());
        EvidenceController.send(proven(caller, id, wanted, terms), wanted.word(), response);
    }

    private Optional<Spooled> proven(Caller caller, String id, ProvableFact fact, Question.Terms terms) {
        try {
            return proofs.prove(caller, Ids.parse(id), fact, terms);
        } catch (FactNotAvailableException notProven) {
            throw ProblemException.of(ProblemCode.NOT_POSSIBLE, "FACT_NOT_AVAILABLE: " + notProven.getMessage());
        }
    }
}
