package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.RepairTransmission;
import io.fairway.usecase.view.RepairView;
import io.fairway.usecase.view.StuckView;
import io.fairway.usecase.view.UnreadableView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is stuck, with its original, and repaired copies of it; for the operator. */
@RestController
public class RepairController {
    private static final String PATH = "/api/operations/overdue/{id}";

    private final RepairTransmission repairs;
    private final BodyReader bodies;
    private final WebSettings settings;
    private final Paging paging;

    public RepairController(RepairTransmission repairs, BodyReader bodies, WebSettings settings, Paging paging) {
        this.repairs = repairs;
        this.bodies = bodies;
        this.settings = settings;
        this.paging = paging;
    }

    /** Something the hub gave up or could not read. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    public StuckView stuck(@PathVariable("id") String id) {
        return repairs.stuck(Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** Its bytes, as a file; the look is journalled. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping(PATH + "/original")
    public ResponseEntity<byte[]> original(Caller caller, @PathVariable("id") String id) {
        UUID known = Ids.parse(id);
        return file(known, repairs.original(caller, known).orElseThrow(ProblemException::notFound).bytes());
    }

    /** Bytes that nobody shows or runs. */
    public static ResponseEntity<byte[]> file(UUID id, byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(id + ".original").build().toString()).body(bytes);
    }

    /** Submits a repaired copy of a transmission for its sender; the original stays. */
    @OpenTo(Audience.OPERATORS)
    @PostMapping(path = PATH + "/repairs", produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<RepairView> repair(Caller caller, Trace trace, HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        UUID known = Ids.parse(id);
        return bodies.with(request, settings.intakeLimitBytes(), bytes -> ResponseEntity.accepted()
                .body(repairs.repairStuck(caller, known, bytes, trace.id()).orElseThrow(ProblemException::notFound)));
    }

    /** Transmissions that could not be read, newest first. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping(path = "/api/operations/unreadable", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<UnreadableView> unreadable(Caller caller, HttpServletRequest request,
                                           @RequestParam(name = "limit", required = false) Optional<String> limit,
                                           @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, repairs.unreadable(paging.want(caller, request)));
    }
}
