package io.fairway.web.console;

import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.Caller;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.DiscrepancyView;
import io.fairway.usecase.view.OpenDiscrepancyView;
import io.fairway.usecase.view.PortCallView;
import io.fairway.usecase.view.Slice;
import io.fairway.web.Ids;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.Paging;
import io.fairway.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The board of voyages: the calls of ships, and of each the bills with what the authorities say of them. */
@RestController
public class VoyagePages {
    private static final Slice.Want LATEST = new Slice.Want(Slice.Want.MOST, Optional.empty());

    private static final int PARTS = 5;

    private final CaseQueries cases;
    private final Paging paging;
    private final Pages pages;

    public VoyagePages(CaseQueries cases, Paging paging, Pages pages) {
        this.cases = cases;
        this.paging = paging;
        this.pages = pages;
    }

    /** Calls of ships with cargo the caller may see, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping("/console/voyages")
    public ResponseEntity<String> list(Caller caller, HttpServletRequest request) {
        return pages.show(request, "voyages", Map.of("list",
                paging.page(caller, request, cases.portCalls(caller, Optional.empty(), paging.want(caller, request)))));
    }

    /** The bills of one call, of the latest 200 that the caller may see. */
    @OpenTo(Audience.READERS)
    @GetMapping("/console/voyages/{id}")
    public ResponseEntity<String> one(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        UUID call = Ids.parse(id);
        List<ConsignmentView> bills = cases.consignments(caller, Optional.empty(), Optional.empty(), LATEST).items().stream()
                .filter(consignment -> consignment.portCall().filter(call::equals).isPresent()).toList();
        PortCallView visit = cases.portCalls(caller, Optional.empty(), LATEST).items().stream().filter(found -> found.id().equals(call)).findFirst()
                .orElseThrow(ProblemException::notFound);
        return pages.show(request, "voyage", Map.of("bills", bills, "call", visit, "findings", findings(caller, bills)));
    }

    private List<OpenDiscrepancyView> open(Caller caller) {
        var all = new ArrayList<OpenDiscrepancyView>();
        Optional<String> after = Optional.empty();
        for (int part = 0; part < PARTS; part++) {
            Slice<OpenDiscrepancyView> slice = cases.openDiscrepancies(caller, new Slice.Want(Slice.Want.MOST, after));
            all.addAll(slice.items());
            after = slice.next();
            if (after.isEmpty()) {
                break;
            }
        }
        return all;
    }

    /** What does not agree about one bill, as far as the caller may know it. */
    public record BillFindings(ConsignmentView bill, List<DiscrepancyView> found) {
        public BillFindings {
            found = List.copyOf(found);
        }
    }

    private List<BillFindings> findings(Caller caller, List<ConsignmentView> bills) {
        Map<UUID, List<DiscrepancyView>> open = open(caller).stream()
                .collect(Collectors.groupingBy(OpenDiscrepancyView::consignment, Collectors.mapping(OpenDiscrepancyView::discrepancy, Collectors.toList())));
        return bills.stream().filter(bill -> open.containsKey(bill.id())).map(bill -> new BillFindings(bill, open.getOrDefault(bill.id(), List.of()))).toList();
    }
}
