package io.fairway.web.console;

import io.fairway.signing.evidence.EvidenceContainer;
import io.fairway.usecase.ActAsAgency;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.Caller;
import io.fairway.usecase.evidence.CollectEvidence;
import io.fairway.usecase.evidence.EvidenceSpool.Spooled;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.DiscrepancyView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.TimelineEntry;
import io.fairway.web.Ids;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.Paging;
import io.fairway.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consignments: the list, and each with its containers, declarations, what does not agree, and its timeline. */
@RestController
@RequestMapping("/console/consignments")
public class ConsignmentPages {
    private static final int PARTS = 5;

    private final CaseQueries cases;
    private final CollectEvidence evidence;
    private final Paging paging;
    private final Pages pages;

    public ConsignmentPages(CaseQueries cases, CollectEvidence evidence, Paging paging, Pages pages) {
        this.cases = cases;
        this.evidence = evidence;
        this.paging = paging;
        this.pages = pages;
    }

    /** Those the caller may see, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping
    public ResponseEntity<String> list(Caller caller, HttpServletRequest request, @RequestParam(name = "bill", required = false) Optional<String> bill) {
        Optional<String> wanted = bill.map(String::strip).filter(number -> !number.isEmpty());
        return pages.show(request, "consignments", Map.of("bill", wanted.orElse(""), "list",
                paging.page(caller, request, cases.consignments(caller, wanted, Optional.empty(), paging.want(caller, request)))));
    }

    /** One of them. It asks to be read again every ten seconds, unless {@code live} is {@code off}. */
    @OpenTo(Audience.READERS)
    @GetMapping("/{id}")
    public ResponseEntity<String> one(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                      @RequestParam(name = "live", required = false) Optional<String> live) {
        UUID known = Ids.parse(id);
        ConsignmentDetail detail = cases.consignment(caller, known).orElseThrow(ProblemException::notFound);
        boolean refreshes = !live.equals(Optional.of("off"));
        return pages.show(request, "consignment", Map.of("detail", detail, "timeline", timeline(caller, known), "discrepancies",
                discrepancies(caller, known), "refreshes", refreshes, "acts", ActAsAgency.kindsOf(caller)));
    }

    /** Who else looked at it. */
    @OpenTo(Audience.READERS)
    @GetMapping("/{id}/looks")
    public ResponseEntity<String> looks(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        UUID known = Ids.parse(id);
        return pages.show(request, "looks", Map.of("id", known, "list", paging.page(caller, request,
                cases.looks(caller, known, paging.want(caller, request)).orElseThrow(ProblemException::notFound))));
    }

    private List<TimelineEntry> timeline(Caller caller, UUID id) {
        var all = new ArrayList<TimelineEntry>();
        Optional<String> after = Optional.empty();
        for (int part = 0; part < PARTS; part++) {
            Slice<TimelineEntry> slice = cases.timeline(caller, id, new Slice.Want(Slice.Want.MOST, after)).orElseThrow(ProblemException::notFound);
            all.addAll(slice.items());
            after = slice.next();
            if (after.isEmpty()) {
                break;
            }
        }
        return all.reversed();
    }

    private List<DiscrepancyView> discrepancies(Caller caller, UUID id) {
        return cases.discrepancies(caller, id, new Slice.Want(Slice.Want.MOST, Optional.empty())).orElseThrow(ProblemException::notFound).items();
    }

    /** Evidence of it, as far as the caller may see it, as one signed container. */
    @OpenTo(Audience.READERS)
    @GetMapping("/{id}/evidence")
    public void evidence(Caller caller, @PathVariable("id") String id, HttpServletResponse response) throws IOException {
        send(evidence.ofConsignment(caller, Ids.parse(id)), "consignment-" + Ids.parse(id), response);
    }

    /** Hands over a container as a file to be kept. */
    static void send(Optional<Spooled> found, String name, HttpServletResponse response) throws IOException {
        try (Spooled spooled = found.orElseThrow(ProblemException::notFound); InputStream content = spooled.content()) {
            response.setContentType(EvidenceContainer.MEDIA_TYPE);
            response.setContentLengthLong(spooled.length());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + ".asice").build().toString());
            content.transferTo(response.getOutputStream());
        }
    }
}
