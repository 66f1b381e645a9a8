package io.fairway.web;

import io.fairway.signing.evidence.EvidenceContainer;
import io.fairway.usecase.Caller;
import io.fairway.usecase.evidence.CollectEvidence;
import io.fairway.usecase.evidence.EvidenceSpool.Spooled;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Evidence that stands without the hub, as one signed container. */
@RestController
public class EvidenceController {
    private final CollectEvidence evidence;

    public EvidenceController(CollectEvidence evidence) {
        this.evidence = evidence;
    }

    /** Of a consignment, as far as the caller may see it. */
    @OpenTo(Audience.READERS)
    @GetMapping("/api/consignments/{id}/evidence")
    public void ofConsignment(Caller caller, @PathVariable("id") String id, HttpServletResponse response) throws IOException {
        send(evidence.ofConsignment(caller, Ids.parse(id)), "consignment-" + Ids.parse(id), response);
    }

    /** Of an interchange that the caller sent or was sent. */
    @OpenTo(Audience.READERS)
    @GetMapping("/api/interchanges/{id}/evidence")
    public void ofInterchange(Caller caller, @PathVariable("id") String id, HttpServletResponse response) throws IOException {
        send(evidence.ofInterchange(caller, Ids.parse(id)), "interchange-" + Ids.parse(id), response);
    }

    /** Sends a container, and lets go of it. */
    static void send(Optional<Spooled> found, String name, HttpServletResponse response) throws IOException {
        try (Spooled spooled = found.orElseThrow(ProblemException::notFound); InputStream content = spooled.content()) {
            response.setContentType(EvidenceContainer.MEDIA_TYPE);
            response.setContentLengthLong(spooled.length());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + ".asice").build().toString());
            content.transferTo(response.getOutputStream());
        }
    }
}
