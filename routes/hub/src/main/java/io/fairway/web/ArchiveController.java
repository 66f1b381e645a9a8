package io.fairway.web;

import io.fairway.usecase.Archive;
import io.fairway.usecase.Caller;
import io.fairway.usecase.view.ArchiveView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search by any business number, in what is closed and what is erased too. */
@RestController
public class ArchiveController {
    private static final int MOST_NUMBER = 200;

    private final Archive archive;
    private final Paging paging;

    public ArchiveController(Archive archive, Paging paging) {
        this.archive = archive;
        this.paging = paging;
    }

    /** Everything of the caller's that bears the number, latest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/api/archive", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<ArchiveView> find(Caller caller, HttpServletRequest request,
                                  @RequestParam(name = "number", required = false) Optional<String> number,
                                  @RequestParam(name = "limit", required = false) Optional<String> limit,
                                  @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        String wanted = number.map(String::strip).orElseThrow(() -> ProblemException.of(ProblemCode.PARAMETER_MISSING, "Expected the parameter number."));
        if (wanted.isEmpty() || wanted.length() > MOST_NUMBER || wanted.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.of(ProblemCode.PARAMETER_INVALID, "Expected number with 1 to " + MOST_NUMBER + " characters.");
        }
        return paging.page(caller, request, archive.find(caller, wanted, paging.want(caller, request)));
    }
}
