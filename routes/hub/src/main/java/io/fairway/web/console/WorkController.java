package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.usecase.work.Worklist;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first page: what there is to do now. And what all pages share. */
@RestController
public class WorkController {
    private final Worklist work;
    private final Pages pages;
    private final byte[] style;

    public WorkController(Worklist work, Pages pages) {
        this.work = work;
        this.pages = pages;
        try (InputStream in = WorkController.class.getResourceAsStream("console.css")) {
            if (in == null) {
                throw new IllegalStateException("console.css is missing on the class path");
            }
            this.style = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("console.css cannot be read", e);
        }
    }

    /** What the caller has to do now. */
    @OpenTo(Audience.PARTIES)
    @GetMapping("/console")
    public ResponseEntity<String> work(Caller caller, HttpServletRequest request) {
        return pages.show(request, "work", Map.of("items", work.of(caller)));
    }

    /** How pages look. */
    @OpenTo(Audience.ANYONE)
    @GetMapping("/console/console.css")
    public ResponseEntity<byte[]> style() {
        return ResponseEntity.ok().contentType(MediaType.valueOf("text/css;charset=UTF-8")).cacheControl(CacheControl.noCache()).body(style);
    }

    /** Everything else below the console's root. */
    @OpenTo(Audience.PARTIES)
    @GetMapping("/console/**")
    public ResponseEntity<String> nothing() {
        throw ProblemException.notFound();
    }
}
