package io.fairway.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.usecase.Caller;
import io.fairway.usecase.title.ActRefusedException;
import io.fairway.usecase.title.DraftIntent;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.SubmitIntent;
import io.fairway.usecase.title.SubmitIntent.Submitted;
import io.fairway.usecase.view.ActView;
import io.fairway.usecase.view.IntentView;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** What requests about bills and about releases have in common. */
public final class RightRequests {
    private static final int MOST_BYTES = 65_536;

    private final SubmitIntent submit;
    private final DraftIntent draft;
    private final BodyReader bodies;
    private final ObjectMapper json;

    public RightRequests(SubmitIntent submit, DraftIntent draft, BodyReader bodies, ObjectMapper json) {
        this.submit = submit;
        this.draft = draft;
        this.bodies = bodies;
        this.json = json;
    }

    /** The draft of an intent, to be signed by the caller. */
    IntentView draft(Caller caller, HttpServletRequest request) throws IOException {
        return bodies.with(request, MOST_BYTES, body -> answered(() -> draft.draft(caller, new String(body, StandardCharsets.UTF_8))));
    }

    /**
     * Takes a signed intent: 202 with the act, or with what waits for a second person; the same again for the same; 409 for other content
     * under its event id.
     */
    ResponseEntity<ActView> submit(Caller caller, RightKind kind, HttpServletRequest request) throws IOException {
        return bodies.with(request, MOST_BYTES, body -> {
            SignedIntent signed = read(body);
            if (signed.intent() == null || signed.signatures() == null) {
                throw malformed("Expected intent and signatures.");
            }
            var act = new SubmitIntent.Signed(signed.intent(), signed.signatures(), signed.unrecorded() == null ? Map.of() : signed.unrecorded());
            return switch (answered(() -> submit.submit(caller, kind, act))) {
                case Submitted.Stored(var stored) -> ResponseEntity.accepted().location(URI.create("/api/acts/" + stored.view().id())).body(stored.view());
                case Submitted.Waiting(var waiting) -> ResponseEntity.accepted().location(URI.create("/api/approvals/" + waiting.id())).body(waiting);
                case Submitted.Reused(var first) -> throw ProblemException.conflict(first);
            };
        });
    }

    private SignedIntent read(byte[] body) {
        try {
            return json.readValue(body, SignedIntent.class);
        } catch (IOException e) {
            throw malformed("Expected a JSON object with intent (text) and signatures (texts).");
        }
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemCode.REQUEST_MALFORMED, detail);
    }

    private static <T> T answered(Supplier<T> work) {
        try {
            return work.get();
        } catch (ActRefusedException refused) {
            throw switch (refused.kind()) {
                case MALFORMED -> malformed(String.valueOf(refused.getMessage()));
                case FOREIGN -> ProblemException.of(ProblemCode.FORBIDDEN, String.valueOf(refused.getMessage()));
                case UNSEEN -> ProblemException.notFound();
            };
        }
    }
}
