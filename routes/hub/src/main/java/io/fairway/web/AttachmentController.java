package io.fairway.web;

import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.AttachDocument;
import io.fairway.usecase.AttachDocument.Attached;
import io.fairway.usecase.Attachments;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.retention.ErasedException;
import io.fairway.usecase.view.AttachmentView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Supporting documents: uploaded once, referred to by digest. */
@RestController
public class AttachmentController {
    private static final String PATH = "/api/attachments";
    private static final int MOST_TYPE = 200;

    private final AttachDocument attachment;
    private final Attachments attachments;
    private final Transactions transactions;
    private final BodyReader bodies;
    private final WebSettings settings;

    public AttachmentController(AttachDocument attachment, Attachments attachments, Transactions transactions, BodyReader bodies,
                                WebSettings settings) {
        this.attachment = attachment;
        this.attachments = attachments;
        this.transactions = transactions;
        this.bodies = bodies;
        this.settings = settings;
    }

    /** Keeps a file; with {@code lrn}, {@code type} and {@code number} it answers customs' demand for documents. */
    @OpenTo(Audience.SUBMITTERS)
    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<AttachmentView> attach(Caller caller, HttpServletRequest request,
                                           @RequestParam(name = "lrn", required = false) Optional<String> lrn,
                                           @RequestParam(name = "type", required = false) Optional<String> type,
                                           @RequestParam(name = "number", required = false) Optional<String> number,
                                           @RequestParam(name = "name", required = false) Optional<String> name) throws IOException {
        Optional<AttachDocument.Purpose> purpose = lrn.map(value -> purpose(value, type, number));
        String contentType = Optional.ofNullable(request.getContentType()).orElse(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        if (contentType.length() > MOST_TYPE) {
            throw ProblemException.of(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Expected a media type of at most " + MOST_TYPE + " characters.");
        }
        Attached attached = bodies.with(request, settings.attachmentLimitBytes(),
                bytes -> attachment.attach(caller, new AttachDocument.Upload(bytes, name.orElse(""), contentType), purpose));
        return ResponseEntity.created(URI.create(PATH + "/" + attached.digest())).body(AttachmentView.of(attached));
    }

    /** The file as it was uploaded, always as a download: a browser must not run what a party uploads. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = PATH + "/{digest}")
    public ResponseEntity<byte[]> attachment(Caller caller, @PathVariable("digest") String digest) {
        Sha256 known = digest(digest);
        Attachments.Attachment found = transactions.asParty(caller.party(), () -> attachments.find(known).or(() -> {
            attachments.erased(known).ifPresent(at -> {
                throw new ErasedException(at);
            });
            return Optional.empty();
        })).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(digest).build().toString())
                .body(found.bytes());
    }

    private static AttachDocument.Purpose purpose(String lrn, Optional<String> type, Optional<String> number) {
        try {
            return new AttachDocument.Purpose(new LocalReferenceNumber(lrn), type.orElseThrow(() -> missing("type")),
                    number.orElseThrow(() -> missing("number")));
        } catch (RefusedValueException refused) {
            throw ProblemException.of(ProblemCode.PARAMETER_INVALID, "Expected lrn to be " + refused.expected() + ".");
        }
    }

    private static ProblemException missing(String parameter) {
        return ProblemException.of(ProblemCode.PARAMETER_MISSING, "Expected the parameter " + parameter + " with lrn.");
    }

    private static Sha256 digest(String text) {
        try {
            return new Sha256(text);
        } catch (RefusedValueException malformed) {
            throw ProblemException.notFound();
        }
    }
}
