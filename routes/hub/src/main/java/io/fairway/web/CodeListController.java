package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.LoadCodeList;
import io.fairway.usecase.LoadCodeList.Loaded;
import io.fairway.usecase.view.CodeListView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Code lists with their versions: what documents are judged by besides the directories. */
@RestController
public class CodeListController {
    private static final String PATH = "/api/code-lists";

    private final LoadCodeList lists;
    private final BodyReader bodies;
    private final Paging paging;
    private final WebSettings settings;

    public CodeListController(LoadCodeList lists, BodyReader bodies, Paging paging, WebSettings settings) {
        this.lists = lists;
        this.bodies = bodies;
        this.paging = paging;
        this.settings = settings;
    }

    /** Loads a version and puts it in force. */
    @OpenTo(Audience.OPERATORS)
    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<CodeListView> load(Caller caller, HttpServletRequest request) throws IOException {
        Loaded loaded = bodies.with(request, settings.attachmentLimitBytes(), bytes -> lists.load(caller, bytes));
        return switch (loaded) {
            case Loaded.InForce(CodeListView list) -> ResponseEntity.status(HttpStatus.CREATED).body(list);
            case Loaded.NoList(String expected) -> throw ProblemException.of(ProblemCode.BODY_INVALID, expected);
            case Loaded.OtherCodes(String title) -> throw ProblemException.of(ProblemCode.NOT_POSSIBLE, title
                    + " was loaded before with other codes; give the changed list a version of its own.");
        };
    }

    /** Every version, newest loaded first. */
    @OpenTo(Audience.OPERATORS)
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<CodeListView> all(Caller caller, HttpServletRequest request,
                                  @RequestParam(name = "limit", required = false) Optional<String> limit,
                                  @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, lists.all(paging.want(caller, request)));
    }
}
