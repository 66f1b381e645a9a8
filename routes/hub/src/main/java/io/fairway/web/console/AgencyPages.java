package io.fairway.web.console;

import io.fairway.clearance.Agency;
import io.fairway.usecase.ActAsAgency;
import io.fairway.usecase.Caller;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.LiftHold;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.NotEntitledException;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.web.AgencyController;
import io.fairway.web.Ids;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an agency does about a consignment from its screen: hold, order, result, and asking to lift its holds. */
@RestController
@RequestMapping("/console/consignments/{id}/acts")
public class AgencyPages {
    private final CaseQueries cases;
    private final ActAsAgency acts;
    private final FourEyes fourEyes;
    private final Pages pages;

    public AgencyPages(CaseQueries cases, ActAsAgency acts, FourEyes fourEyes, Pages pages) {
        this.cases = cases;
        this.acts = acts;
        this.fourEyes = fourEyes;
        this.pages = pages;
    }

    /** The form, and the agency's own holds. */
    @OpenTo(Audience.AGENCIES)
    @GetMapping
    public ResponseEntity<String> form(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        return show(caller, request, HttpStatus.OK, id, "");
    }

    private ResponseEntity<String> show(Caller caller, HttpServletRequest request, HttpStatus status, String id, String wrong) {
        ConsignmentDetail detail = seen(caller, id);
        Optional<Agency> own = LiftHold.agencyOf(caller);
        return pages.show(request, status, "acts", Map.of("detail", detail, "kinds", ActAsAgency.kindsOf(caller), "wrong", wrong,
                "agency", own.map(Agency::name).orElse(""), "holds", detail.consignment().holds().stream()
                        .filter(hold -> own.filter(hold.agency()::equals).isPresent()).toList()));
    }

    private ConsignmentDetail seen(Caller caller, String id) {
        return cases.consignment(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** Does it, and shows the case as it is then. */
    @OpenTo(Audience.AGENCIES)
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    public ResponseEntity<String> act(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        ConsignmentDetail detail = seen(caller, id);
        List<String> containers = Stream.of(Optional.ofNullable(request.getParameterValues("container")).orElse(new String[0])).toList();
        try {
            acts.act(caller, detail.consignment().id(), AgencyController.read(field(request, "act"), field(request, "number"), field(request, "reason"),
                    field(request, "place"), containers));
        } catch (ActImpossibleException refused) {
            return show(caller, request, HttpStatus.CONFLICT, id, Optional.ofNullable(refused.getMessage()).orElse(refused.code()));
        } catch (ProblemException refused) {
            return show(caller, request, HttpStatus.BAD_REQUEST, id, refused.detail());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/console/consignments/" + detail.consignment().id())).build();
    }

    /** Asks to lift a hold of the own agency; a second person confirms it among the approvals. */
    @OpenTo(Audience.AGENCIES)
    @PostMapping(path = "/lift", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    public ResponseEntity<String> lift(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        ConsignmentDetail detail = seen(caller, id);
        Agency agency = LiftHold.agencyOf(caller).orElseThrow(() -> new NotEntitledException("You speak for no agency."));
        String hold = field(request, "hold");
        if (detail.consignment().holds().stream().noneMatch(each -> each.agency() == agency && each.id().equals(hold))) {
            throw ProblemException.notFound();
        }
        fourEyes.ask(caller, LiftHold.KIND, detail.consignment().id().toString(), LiftHold.detail(agency, hold));
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(Section.APPROVALS.path())).build();
    }

    private static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).map(String::strip).orElse("");
    }
}
