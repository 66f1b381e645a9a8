package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.view.RightView;
import io.fairway.usecase.view.Slice;
import io.fairway.web.Ids;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Bills, releases and financings that name the caller, with state and history. Keys are on the user's side, so that acts are not done here:
 * each page shows the command that does them.
 */
@RestController
public class RightPages {
    private static final Slice.Want LATEST = new Slice.Want(100, Optional.empty());

    private final Rights rights;
    private final Pages pages;

    public RightPages(Rights rights, Pages pages) {
        this.rights = rights;
        this.pages = pages;
    }

    /** Bills and releases, latest first. */
    @OpenTo(Audience.RIGHT_HOLDERS)
    @GetMapping("/console/rights")
    public ResponseEntity<String> list(Caller caller, HttpServletRequest request) {
        return pages.show(request, "rights", Map.of("bills", rights.list(caller, RightKind.BILL, Optional.empty(), LATEST).items(),
                "releases", rights.list(caller, RightKind.RELEASE, Optional.empty(), LATEST).items()));
    }

    /** A bill. */
    @OpenTo(Audience.RIGHT_HOLDERS)
    @GetMapping("/console/rights/bills/{id}")
    public ResponseEntity<String> bill(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        return one(caller, request, RightKind.BILL, Ids.parse(id));
    }

    /** A release. */
    @OpenTo(Audience.RIGHT_HOLDERS)
    @GetMapping("/console/rights/releases/{id}")
    public ResponseEntity<String> release(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        return one(caller, request, RightKind.RELEASE, Ids.parse(id));
    }

    private ResponseEntity<String> one(Caller caller, HttpServletRequest request, RightKind kind, UUID id) {
        RightView right = rights.find(caller, kind, id).orElseThrow(ProblemException::notFound);
        return pages.show(request, "right", Map.of("right", right, "kind", kind.word(), "members", new TreeMap<>(right.record()), "history",
                rights.history(caller, kind, id, LATEST).map(Slice::items).orElseThrow(ProblemException::notFound)));
    }
}
