package io.fairway.web.console;

import io.fairway.identity.BrowserSignIn;
import io.fairway.identity.BrowserSignIn.Attempt;
import io.fairway.identity.BrowserSignIn.Tokens;
import io.fairway.identity.SignInException;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** In and out: by way of the issuer, and back. */
@RestController
public class SignInController {
    /** Where the issuer sends browsers back to. */
    public static final String RETURN = "/console/signed-in";

    private static final Logger LOG = LoggerFactory.getLogger(SignInController.class);
    /** Paths of this console and nothing that a browser could take for another server's. */
    private static final Pattern TARGET = Pattern.compile("/console(/[A-Za-z0-9/_-]*)?(\\?[A-Za-z0-9=&%._+-]*)?");

    private final BrowserSignIn signIn;
    private final Pages pages;
    private final URI root;

    public SignInController(BrowserSignIn signIn, Pages pages, URI consoleRoot) {
        this.signIn = signIn;
        this.pages = pages;
        this.root = consoleRoot;
    }

    /** Whoever types the hub's bare address is a person, not a system. */
    @OpenTo(Audience.ANYONE)
    @GetMapping("/")
    public ResponseEntity<String> front() {
        return to(URI.create(root + Section.WORK.path()));
    }

    /** Begins: sends the browser to the issuer. */
    @OpenTo(Audience.ANYONE)
    @GetMapping("/console/sign-in")
    public ResponseEntity<String> begin(HttpServletRequest request, @RequestParam(name = "then", required = false) Optional<String> then) {
        Attempt attempt = signIn.begin();
        try {
            URI issuer = signIn.address(attempt);
            BrowserSession.begin(request, new BrowserSession.Begun(attempt, target(then)));
            return to(issuer);
        } catch (SignInException e) {
            return failed(request, e);
        }
    }

    private static String target(Optional<String> then) {
        return then.filter(path -> TARGET.matcher(path).matches() && !path.contains("//")).orElse(Section.WORK.path());
    }

    /** Comes back from the issuer with a code, or without. */
    @OpenTo(Audience.ANYONE)
    @GetMapping(RETURN)
    public ResponseEntity<String> finish(HttpServletRequest request, @RequestParam(name = "code", required = false) Optional<String> code,
                                         @RequestParam(name = "state", required = false) Optional<String> state) {
        Optional<BrowserSession.Begun> begun = BrowserSession.begun(request).filter(kept -> same(kept.attempt().state(), state.orElse("")));
        if (begun.isEmpty() || code.isEmpty()) {
            return pages.show(request, HttpStatus.BAD_REQUEST, "refused", Map.of("reason", "refused.sign-in", "trace", ""));
        }
        try {
            BrowserSession.signedIn(request, signIn.finish(begun.get().attempt(), code.get()));
            return to(URI.create(root + begun.get().target()));
        } catch (SignInException e) {
            return failed(request, e);
        }
    }

    private static boolean same(String kept, String given) {
        return MessageDigest.isEqual(kept.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the session here, and at the issuer where it has one. */
    @OpenTo(Audience.PARTIES)
    @PostMapping("/console/sign-out")
    public ResponseEntity<String> end(HttpServletRequest request) {
        Optional<Tokens> tokens = BrowserSession.tokens(request);
        BrowserSession.end(request);
        return to(tokens.flatMap(ended -> signIn.ending(ended, URI.create(root + Section.WORK.path()))).orElse(URI.create(root + "/console/signed-out")));
    }

    /** The end. */
    @OpenTo(Audience.ANYONE)
    @GetMapping("/console/signed-out")
    public ResponseEntity<String> ended(HttpServletRequest request) {
        return pages.show(request, "signed-out", Map.of());
    }

    private ResponseEntity<String> failed(HttpServletRequest request, SignInException e) {
        LOG.warn("A sign-in failed: {}", e.getMessage());
        return pages.show(request, HttpStatus.SERVICE_UNAVAILABLE, "refused", Map.of("reason", "refused.issuer", "trace", ""));
    }

    private static ResponseEntity<String> to(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }
}
