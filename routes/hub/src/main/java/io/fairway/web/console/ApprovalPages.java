package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.web.Ids;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.Paging;
import io.fairway.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts that take two persons, where the second one answers. */
@RestController
public class ApprovalPages {
    private static final String PATH = "/console/approvals";

    private final RegistryQueries registry;
    private final FourEyes fourEyes;
    private final Paging paging;
    private final Pages pages;

    public ApprovalPages(RegistryQueries registry, FourEyes fourEyes, Paging paging, Pages pages) {
        this.registry = registry;
        this.fourEyes = fourEyes;
        this.paging = paging;
        this.pages = pages;
    }

    /** Those of the caller's organisation, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(PATH)
    public ResponseEntity<String> list(Caller caller, HttpServletRequest request) {
        return pages.show(request, "approvals", Map.of("list", paging.page(caller, request, registry.approvals(caller, paging.want(caller, request)))));
    }

    /** Does it, as the second person. */
    @OpenTo(Audience.READERS)
    @PostMapping(PATH + "/{id}/confirm")
    public ResponseEntity<String> confirm(Caller caller, @PathVariable("id") String id) {
        return fourEyes.confirm(caller, Ids.parse(id)).map(act -> back()).orElseThrow(ProblemException::notFound);
    }

    /** Drops it. */
    @OpenTo(Audience.READERS)
    @PostMapping(PATH + "/{id}/refuse")
    public ResponseEntity<String> refuse(Caller caller, @PathVariable("id") String id) {
        return fourEyes.refuse(caller, Ids.parse(id)).map(act -> back()).orElseThrow(ProblemException::notFound);
    }

    private static ResponseEntity<String> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PATH)).build();
    }
}
