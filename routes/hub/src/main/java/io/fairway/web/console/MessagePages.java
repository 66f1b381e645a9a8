package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.ExchangeQueries.Original;
import io.fairway.usecase.MendDocument;
import io.fairway.usecase.RepairTransmission;
import io.fairway.usecase.evidence.CollectEvidence;
import io.fairway.usecase.view.DeliveryView;
import io.fairway.usecase.view.InterchangeDetail;
import io.fairway.usecase.view.InterchangeView;
import io.fairway.usecase.view.InterchangeView.Direction;
import io.fairway.usecase.view.Slice;
import io.fairway.web.Ids;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.OutcomeWait;
import io.fairway.web.Paging;
import io.fairway.web.ProblemException;
import io.fairway.web.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller sent and was sent: what was found beside the text, proposed fixes to accept, and who was told because of it. */
@RestController
@RequestMapping("/console/messages")
public class MessagePages {
    private static final Slice.Want PART = new Slice.Want(Slice.Want.MOST, Optional.empty());

    private final ExchangeQueries exchanges;
    private final CollectEvidence evidence;
    private final MendDocument mending;
    private final RepairDesk desk;
    private final RepairTransmission repairs;
    private final OutcomeWait outcomes;
    private final Paging paging;
    private final Pages pages;

    public MessagePages(ExchangeQueries exchanges, CollectEvidence evidence, MendDocument mending, RepairDesk desk, RepairTransmission repairs,
                        OutcomeWait outcomes, Paging paging, Pages pages) {
        this.exchanges = exchanges;
        this.evidence = evidence;
        this.mending = mending;
        this.desk = desk;
        this.repairs = repairs;
        this.outcomes = outcomes;
        this.paging = paging;
        this.pages = pages;
    }

    /** Both ways, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping
    public ResponseEntity<String> list(Caller caller, HttpServletRequest request,
                                       @RequestParam(name = "reference", required = false) Optional<String> reference,
                                       @RequestParam(name = "direction", required = false) Optional<String> direction) {
        Optional<String> wanted = reference.map(String::strip).filter(text -> !text.isEmpty());
        Optional<Direction> way = direction.flatMap(word -> word.equals("received") ? Optional.of(Direction.RECEIVED)
                : word.equals("sent") ? Optional.of(Direction.SENT) : Optional.empty());
        return pages.show(request, "messages", Map.of("reference", wanted.orElse(""), "direction", way.map(Direction::name).orElse(""), "list",
                paging.page(caller, request, exchanges.interchanges(caller, wanted, way, paging.want(caller, request)))));
    }

    /** One of them. */
    @OpenTo(Audience.READERS)
    @GetMapping("/{id}")
    public ResponseEntity<String> one(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        InterchangeDetail detail = exchanges.interchange(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
        byte[] bytes = exchanges.original(caller, Ids.parse(id)).map(Original::bytes).orElse(new byte[0]);
        List<DeliveryView> deliveries = exchanges.deliveries(caller, Ids.parse(id), PART).map(Slice::items).orElse(List.of());
        return pages.show(request, "message", Map.of("detail", detail, "pieces", OriginalText.of(bytes, detail.findings()), "deliveries", deliveries));
    }

    /** Sends it again with the chosen fixes, as a new transmission under a new reference. */
    @OpenTo(Audience.SUBMITTERS)
    @PostMapping(path = "/{id}/mend", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    public ResponseEntity<String> mend(Caller caller, Trace trace, HttpServletRequest request, @PathVariable("id") String id) {
        Original original = exchanges.original(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
        Optional<String[]> chosen = Optional.ofNullable(request.getParameterValues("fix"));
        Optional<byte[]> mended = mending.mend(caller, original.bytes(), Set.of(chosen.orElse(new String[0])));
        if ("edit".equals(request.getParameter("act"))) {
            RepairDesk.Work work = work(caller, id);
            return desk.open(request, work, mended.orElse(work.original()));
        }
        return mended.map(document -> send(caller, trace, Ids.parse(id), document))
                .orElseGet(() -> pages.show(request, HttpStatus.CONFLICT, "refused", Map.of("reason", "refused.mend", "trace", "")));
    }

    /** Its text in a form. */
    @OpenTo(Audience.SUBMITTERS)
    @GetMapping("/{id}/repair")
    public ResponseEntity<String> form(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        RepairDesk.Work work = work(caller, id);
        return desk.open(request, work, work.original());
    }

    /** Checks or mends what stands in the form, or sends it as a repaired copy. */
    @OpenTo(Audience.SUBMITTERS)
    @PostMapping(path = "/{id}/repair", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    public ResponseEntity<String> repair(Caller caller, Trace trace, HttpServletRequest request, @PathVariable("id") String id) {
        return desk.take(request, work(caller, id), bytes -> send(caller, trace, Ids.parse(id), bytes));
    }

    private RepairDesk.Work work(Caller caller, String id) {
        received(caller, Ids.parse(id));
        Original original = exchanges.original(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
        return new RepairDesk.Work(original.bytes(), caller.party(), "/console/messages/" + Ids.parse(id) + "/repair", "/console/messages/" + Ids.parse(id));
    }

    /** The transmission of an interchange that the caller sent. */
    private UUID received(Caller caller, UUID interchange) {
        return exchanges.interchange(caller, interchange).flatMap(detail -> detail.interchange().received()).map(InterchangeView.Received::transmission)
                .orElseThrow(ProblemException::notFound);
    }

    private ResponseEntity<String> send(Caller caller, Trace trace, UUID interchange, byte[] bytes) {
        UUID copy = repairs.repair(caller, new RepairTransmission.Copy(received(caller, interchange), caller.party(), bytes,
                SubmitPages.contentType(bytes)), trace.id()).transmission().orElseThrow();
        outcomes.await(caller, copy, SubmitPages.PATIENCE);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(SubmitPages.address(copy)).build();
    }

    /** Its own bytes, as a file to be kept. */
    @OpenTo(Audience.READERS)
    @GetMapping("/{id}/original")
    public ResponseEntity<byte[]> original(Caller caller, @PathVariable("id") String id) {
        UUID known = Ids.parse(id);
        byte[] bytes = exchanges.original(caller, known).orElseThrow(ProblemException::notFound).bytes();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(known + ".original").build().toString()).body(bytes);
    }

    /** Its evidence as one signed container. */
    @OpenTo(Audience.READERS)
    @GetMapping("/{id}/evidence")
    public void evidence(Caller caller, @PathVariable("id") String id, HttpServletResponse response) throws IOException {
        ConsignmentPages.send(evidence.ofInterchange(caller, Ids.parse(id)), "interchange-" + Ids.parse(id), response);
    }
}
