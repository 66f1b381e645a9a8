package io.fairway.web.as2;

import io.fairway.signing.Suite;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.evidence.EvidenceUnavailableException;
import io.fairway.usecase.evidence.HubKeys;
import io.fairway.usecase.registry.SecurityEvent;
import io.fairway.usecase.registry.SecurityJournal;
import io.fairway.web.BodyReader;
import io.fairway.web.ProblemException;
import io.fairway.web.ProblemWriter;
import io.fairway.web.Trace;
import io.fairway.web.as2.As2Receipt.Told;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** AS2 over HTTP (RFC 4130): a message comes in, its signed receipt is the answer. Before that, nothing is acknowledged. */
public final class As2Servlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int ENVELOPE_BYTES = 100_000;
    private static final int STORE_RETRY_SECONDS = 5;

    private final transient As2Intake intake;
    private final transient BodyReader bodies;
    private final transient ProblemWriter problems;
    private final transient Receipts receipts;
    private final int limit;

    /** @param hub the AS2 name of this hub */
    public record Receipts(String hub, HubKeys keys, Identifiers identifiers, SecurityJournal journal, InstantSource clock) {
    }

    /** @param intakeLimitBytes largest transmission; in Base64 it takes a third more */
    public As2Servlet(As2Intake intake, BodyReader bodies, ProblemWriter problems, Receipts receipts, int intakeLimitBytes) {
        this.intake = intake;
        this.bodies = bodies;
        this.problems = problems;
        this.receipts = receipts;
        this.limit = Math.toIntExact(Math.min(Integer.MAX_VALUE - ENVELOPE_BYTES, intakeLimitBytes * 7L / 5) + ENVELOPE_BYTES);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            As2Message message = As2Message.of(request).orElseThrow(() -> ProblemException.malformed(
                    "Expected AS2-From, AS2-To and Message-ID, each once and of its form."));
            Told told = bodies.with(request, limit, body -> intake.take(message, body, Trace.of(request).id()));
            note(request, told);
            answer(message, told, response);
        } catch (ProblemException refused) {
            problems.write(request, response, refused);
        } catch (OverloadedException overloaded) {
            problems.write(request, response, ProblemException.overloaded(overloaded.retryAfterSeconds()));
        } catch (StoreUnavailableException | EvidenceUnavailableException away) {
            problems.write(request, response, ProblemException.overloaded(STORE_RETRY_SECONDS));
        }
    }

    private void answer(As2Message message, Told told, HttpServletResponse response) throws IOException {
        Instant now = receipts.clock().instant();
        response.setHeader("AS2-Version", "1.2");
        response.setHeader("AS2-From", quoted(receipts.hub()));
        response.setHeader("AS2-To", quoted(message.from()));
        response.setHeader("MIME-Version", "1.0");
        if (message.receipt() == As2Message.Receipt.NONE && told.disposition() == As2Disposition.PROCESSED) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        As2Receipt receipt = As2Receipt.of(message, told, receipts.hub(), receipts.identifiers().next().toString(),
                receipts.keys().sealing(Suite.ECDSA_P256_SHA256, now), now);
        response.setHeader("Message-ID", receipt.messageId());
        response.setContentType(receipt.contentType());
        response.setContentLength(receipt.body().length);
        response.getOutputStream().write(receipt.body());
    }

    private static String quoted(String name) {
        return name.contains(" ") ? '"' + name + '"' : name;
    }

    private void note(HttpServletRequest request, Told told) {
        Optional<SecurityEvent.Kind> kind = switch (told.disposition()) {
            case AUTHENTICATION_FAILED, NOT_SIGNED, INTEGRITY_CHECK_FAILED -> Optional.of(SecurityEvent.Kind.TOKEN_REFUSED);
            case PROCESSED, DUPLICATE, ENCRYPTED, UNEXPECTED -> Optional.empty();
        };
        kind.ifPresent(refused -> receipts.journal().note(new SecurityEvent(receipts.clock().instant(), refused, "", "", request.getMethod(),
                request.getRequestURI(), HttpServletResponse.SC_OK, "from " + request.getRemoteAddr() + ": " + told.disposition(),
                Trace.of(request).id())));
    }
}
