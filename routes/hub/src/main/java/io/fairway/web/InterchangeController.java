package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.retention.ErasedException;
import io.fairway.usecase.view.AcknowledgmentView;
import io.fairway.usecase.view.DeliveryView;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.InterchangeDetail;
import io.fairway.usecase.view.InterchangeView;
import io.fairway.usecase.view.InterchangeView.Direction;
import io.fairway.usecase.view.LineageView;
import io.fairway.usecase.view.Slice;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a party sent to the hub, and was sent by it, interchange by interchange. */
@RestController
@RequestMapping("/api/interchanges")
public class InterchangeController {
    private final ExchangeQueries exchanges;
    private final Paging paging;

    public InterchangeController(ExchangeQueries exchanges, Paging paging) {
        this.exchanges = exchanges;
        this.paging = paging;
    }

    /** The caller's interchanges, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<InterchangeView> interchanges(Caller caller, HttpServletRequest request,
                                              @RequestParam(name = "reference", required = false) Optional<String> reference,
                                              @RequestParam(name = "direction", required = false) Optional<String> direction,
                                              @RequestParam(name = "limit", required = false) Optional<String> limit,
                                              @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        Slice<InterchangeView> slice = exchanges.interchanges(caller, reference, direction.map(InterchangeController::direction),
                paging.want(caller, request));
        return paging.page(caller, request, slice);
    }

    /** One of the caller's interchanges with all that came of it. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public InterchangeDetail interchange(Caller caller, @PathVariable("id") String id) {
        return exchanges.interchange(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** Its own bytes as they came or as they were sent. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/original")
    public ResponseEntity<byte[]> original(Caller caller, @PathVariable("id") String id) {
        UUID known = Ids.parse(id);
        ExchangeQueries.Original original = exchanges.original(caller, known).orElseThrow(() -> exchanges.erased(caller, known)
                .<RuntimeException>map(ErasedException::new).orElseGet(ProblemException::notFound));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(known + ".original").build().toString())
                .body(original.bytes());
    }

    /** What was found wrong with it. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/findings", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<FindingView> findings(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                      @RequestParam(name = "limit", required = false) Optional<String> limit,
                                      @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return page(caller, request, exchanges.findings(caller, Ids.parse(id), paging.want(caller, request)));
    }

    /** The answers to it. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/acknowledgments", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<AcknowledgmentView> acknowledgments(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                                    @RequestParam(name = "limit", required = false) Optional<String> limit,
                                                    @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return page(caller, request, exchanges.acknowledgments(caller, Ids.parse(id), paging.want(caller, request)));
    }

    /** Where every value that was taken from it came from. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/lineage", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<LineageView> lineage(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                     @RequestParam(name = "limit", required = false) Optional<String> limit,
                                     @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return page(caller, request, exchanges.lineage(caller, Ids.parse(id), paging.want(caller, request)));
    }

    /** What others are told because of it. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<DeliveryView> deliveries(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                         @RequestParam(name = "limit", required = false) Optional<String> limit,
                                         @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return page(caller, request, exchanges.deliveries(caller, Ids.parse(id), paging.want(caller, request)));
    }

    private <T> Page<T> page(Caller caller, HttpServletRequest request, Optional<Slice<T>> slice) {
        return paging.page(caller, request, slice.orElseThrow(ProblemException::notFound));
    }

    private static Direction direction(String word) {
        return switch (word) {
            case "received" -> Direction.RECEIVED;
            case "sent" -> Direction.SENT;
            default -> throw ProblemException.of(ProblemCode.PARAMETER_INVALID, "Expected direction to be received or sent.");
        };
    }
}
