package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.usecase.ExchangeQueries.Original;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.RepairTransmission;
import io.fairway.usecase.view.StuckView;
import io.fairway.web.Ids;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.Paging;
import io.fairway.web.ProblemException;
import io.fairway.web.RepairController;
import io.fairway.web.Trace;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.UUID;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One thing that is stuck: why, its original, and the ways on: try again, or send a repaired copy. */
@RestController
@RequestMapping("/console/operations")
public class StuckPages {
    private static final String PATH = "/console/operations/";

    private final RepairTransmission repairs;
    private final RepairDesk desk;
    private final Paging paging;
    private final Pages pages;

    public StuckPages(RepairTransmission repairs, RepairDesk desk, Paging paging, Pages pages) {
        this.repairs = repairs;
        this.desk = desk;
        this.paging = paging;
        this.pages = pages;
    }

    /** What nobody could read, newest first. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping("/unreadable")
    public ResponseEntity<String> unreadable(Caller caller, HttpServletRequest request) {
        return pages.show(request, "unreadable", Map.of("list", paging.page(caller, request, repairs.unreadable(paging.want(caller, request)))));
    }

    /** One of them, its text beside its findings. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping("/{id}")
    public ResponseEntity<String> one(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        StuckView stuck = stuck(id);
        var values = new HashMap<String, Object>();
        values.put("stuck", stuck);
        values.put("pieces", OriginalText.of(repairs.original(caller, stuck.id()).map(Original::bytes).orElse(new byte[0]), stuck.findings()));
        return pages.show(request, "stuck", values);
    }

    /** Its bytes, as a file to be kept. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping("/{id}/original")
    public ResponseEntity<byte[]> original(Caller caller, @PathVariable("id") String id) {
        UUID known = Ids.parse(id);
        return RepairController.file(known, repairs.original(caller, known).orElseThrow(ProblemException::notFound).bytes());
    }

    /** Its text in a form. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping("/{id}/repair")
    public ResponseEntity<String> form(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        RepairDesk.Work work = work(caller, id);
        return desk.open(request, work, work.original());
    }

    /** Checks or mends what stands in the form, or sends it as a repaired copy. */
    @OpenTo(Audience.OPERATORS)
    @PostMapping(path = "/{id}/repair", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    public ResponseEntity<String> repair(Caller caller, Trace trace, HttpServletRequest request, @PathVariable("id") String id) {
        return desk.take(request, work(caller, id), bytes -> repairs.repairStuck(caller, Ids.parse(id), bytes, trace.id())
                .map(copy -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PATH + copy.original())).<String>build())
                .orElseThrow(ProblemException::notFound));
    }

    private StuckView stuck(String id) {
        return repairs.stuck(Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    private RepairDesk.Work work(Caller caller, String id) {
        StuckView stuck = stuck(id);
        if (!stuck.repairable()) {
            throw ProblemException.notFound();
        }
        byte[] bytes = repairs.original(caller, stuck.id()).orElseThrow(ProblemException::notFound).bytes();
        return new RepairDesk.Work(bytes, new PartyId(stuck.party()), PATH + stuck.id() + "/repair", PATH + stuck.id());
    }
}
