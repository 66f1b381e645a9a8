package io.fairway.web.soap;

import io.fairway.identity.AuthenticatedText;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Digests;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.Kept;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.view.InterchangeView;
import io.fairway.usecase.view.InterchangeView.Direction;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.TransmissionView;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.OutcomeWait;
import io.fairway.web.ProblemException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Element;

/** The operations of the contract, over the use cases that REST calls. */
public final class SingleWindow {
    /** The word by which a transmission says how it came. */
    public static final String CHANNEL = "soap";
    private static final int MOST_ANSWERS = 20;

    private final SubmitTransmission submission;
    private final ExchangeQueries exchanges;
    private final OutcomeWait outcomes;
    private final AuthenticatedText cursors;
    private final int intakeLimitBytes;

    /** @param intakeLimitBytes largest transmission */
    public SingleWindow(SubmitTransmission submission, ExchangeQueries exchanges, OutcomeWait outcomes, AuthenticatedText cursors,
                        int intakeLimitBytes) {
        this.submission = submission;
        this.exchanges = exchanges;
        this.outcomes = outcomes;
        this.cursors = cursors;
        this.intakeLimitBytes = intakeLimitBytes;
    }

    /** Does what a request of the contract asks. @throws ProblemException when it is refused, as REST would */
    Element answer(Caller caller, Element request, String trace) {
        return switch (request.getLocalName()) {
            case "Submit" -> submit(open(caller, Audience.SUBMITTERS), request, trace);
            case "QueryStatus" -> status(open(caller, Audience.READERS), request);
            case "FetchAnswers" -> answers(open(caller, Audience.READERS), request);
            default -> throw new IllegalStateException("The schema has no " + request.getLocalName());
        };
    }

    private static Caller open(Caller caller, Audience audience) {
        if (!audience.admits(caller)) {
            throw ProblemException.forbidden();
        }
        return caller;
    }

    private Element submit(Caller caller, Element request, String trace) {
        byte[] bytes = content(request);
        Kept kept = submission.submit(caller, Requests.value(request, "idempotencyKey"), bytes, Requests.required(request, "contentType"),
                CHANNEL, trace);
        Duration wait = Duration.ofSeconds(Requests.number(request, "waitSeconds", 0));
        return switch (kept) {
            case Kept.Fresh fresh when wait.isZero() -> submitted("false", new TransmissionView(fresh.id().value(),
                    Digests.of(bytes).value(), fresh.receivedAt(), TransmissionView.State.RECEIVED, List.of(), List.of()));
            case Kept.Fresh fresh -> submitted("false", outcomes.await(caller, fresh.id().value(), wait));
            case Kept.Repeated repeated -> submitted("true", outcomes.await(caller, repeated.id().value(), wait));
            case Kept.Conflicting conflicting -> throw ProblemException.conflict(conflicting.first().value());
        };
    }

    private byte[] content(Element request) {
        byte[] bytes = Base64.getMimeDecoder().decode(Requests.required(request, "content"));
        if (bytes.length == 0 || bytes.length > intakeLimitBytes) {
            throw ProblemException.contentSize(bytes.length, intakeLimitBytes);
        }
        return bytes;
    }

    private static Element submitted(String repeat, TransmissionView view) {
        AnswerXml.Writer answer = AnswerXml.Writer.root("SubmitResponse").text("repeat", repeat);
        AnswerXml.transmission(answer, view);
        return answer.parent();
    }

    private Element status(Caller caller, Element request) {
        UUID id = UUID.fromString(Requests.required(request, "transmission"));
        AnswerXml.Writer answer = AnswerXml.Writer.root("QueryStatusResponse");
        AnswerXml.transmission(answer, exchanges.transmission(caller, id).orElseThrow(ProblemException::notFound));
        return answer.parent();
    }

    private Element answers(Caller caller, Element request) {
        Optional<String> reference = Requests.value(request, "reference");
        String purpose = caller.party() + "\nFetchAnswers\n" + reference.orElse("");
        Optional<String> place = Requests.value(request, "cursor").map(cursor ->
                cursors.read(purpose, cursor).orElseThrow(ProblemException::cursor));
        Slice<InterchangeView> slice = exchanges.interchanges(caller, reference, Optional.of(Direction.SENT),
                new Slice.Want(Requests.number(request, "most", MOST_ANSWERS), place));
        AnswerXml.Writer answer = AnswerXml.Writer.root("FetchAnswersResponse");
        slice.items().forEach(item -> answer(caller, answer.child("answer"), item));
        slice.next().ifPresent(next -> answer.text("next", cursors.write(purpose, next)));
        return answer.parent();
    }

    private void answer(Caller caller, AnswerXml.Writer answer, InterchangeView view) {
        answer.text("id", view.id().toString()).text("reference", view.reference())
                .text("document", view.sent().map(InterchangeView.Sent::document).orElse(""))
                .text("dialect", view.sent().map(InterchangeView.Sent::dialect).orElse(""))
                .text("madeAt", view.at().toString());
        exchanges.original(caller, view.id()).ifPresent(original -> answer.text("contentType", original.contentType())
                .text("content", Base64.getEncoder().encodeToString(original.bytes())));
    }
}
