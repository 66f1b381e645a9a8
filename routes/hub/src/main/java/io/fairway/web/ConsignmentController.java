package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.Parties;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.DiscrepancyView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.LookView;
import io.fairway.usecase.view.TimelineEntry;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consignments: where each stands, and what was said about it. */
@RestController
@RequestMapping("/api/consignments")
public class ConsignmentController {
    private final CaseQueries cases;
    private final Parties parties;
    private final Paging paging;

    public ConsignmentController(CaseQueries cases, Parties parties, Paging paging) {
        this.cases = cases;
        this.parties = parties;
        this.paging = paging;
    }

    /** Those the caller may see, newest first. A carrier is named by party id or by a code of it. */
    @OpenTo(Audience.READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<ConsignmentView> consignments(Caller caller, HttpServletRequest request,
                                              @RequestParam(name = "bill", required = false) Optional<String> bill,
                                              @RequestParam(name = "carrier", required = false) Optional<String> carrier,
                                              @RequestParam(name = "limit", required = false) Optional<String> limit,
                                              @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        Optional<String> party = carrier.map(code -> parties.byCode(code).map(found -> found.id().value()).orElse(code));
        Slice<ConsignmentView> slice = cases.consignments(caller, bill, party, paging.want(caller, request));
        return paging.page(caller, request, slice);
    }

    /** One of them, with its containers and the declarations the caller may see. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public ConsignmentDetail consignment(Caller caller, @PathVariable("id") String id) {
        return cases.consignment(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** In what declarations do not agree with what others say of the goods. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/discrepancies", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<DiscrepancyView> discrepancies(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                               @RequestParam(name = "limit", required = false) Optional<String> limit,
                                               @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, cases.discrepancies(caller, Ids.parse(id), paging.want(caller, request))
                .orElseThrow(ProblemException::notFound));
    }

    /** Who else looked at it, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/looks", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<LookView> looks(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                @RequestParam(name = "limit", required = false) Optional<String> limit,
                                @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, cases.looks(caller, Ids.parse(id), paging.want(caller, request)).orElseThrow(ProblemException::notFound));
    }

    /** What was said about it, in the order the hub learnt it. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<TimelineEntry> timeline(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                        @RequestParam(name = "limit", required = false) Optional<String> limit,
                                        @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, cases.timeline(caller, Ids.parse(id), paging.want(caller, request))
                .orElseThrow(ProblemException::notFound));
    }
}
