package io.fairway.web.console;

import io.fairway.identity.DevelopmentSignIn;
import io.fairway.identity.DevelopmentSignIn.Wish;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which the embedded issuer asks who signs in; for development only, and says so. */
@RestController
public class DevelopmentSignInController {
    /** Its address, as the issuer's discovery document has it. */
    public static final String PATH = "/oauth2/authorize";

    private static final int MOST_CHARACTERS = 200;

    private final DevelopmentSignIn signIn;
    private final Pages pages;

    public DevelopmentSignInController(DevelopmentSignIn signIn, Pages pages) {
        this.signIn = signIn;
        this.pages = pages;
    }

    /** Asks who it is. */
    @OpenTo(Audience.ANYONE)
    @GetMapping(PATH)
    public ResponseEntity<String> ask(HttpServletRequest request) {
        Wish wish = wish(request);
        return signIn.isAcceptable(wish) ? form(request, HttpStatus.OK, wish) : refused(request);
    }

    /** Takes person and secret. */
    @OpenTo(Audience.ANYONE)
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    public ResponseEntity<String> signIn(HttpServletRequest request) {
        Wish wish = wish(request);
        if (!signIn.isAcceptable(wish)) {
            return refused(request);
        }
        Optional<URI> back = signIn.signIn(wish, parameter(request, "person"), parameter(request, "secret").strip());
        return back.<ResponseEntity<String>>map(address -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build())
                .orElseGet(() -> form(request, HttpStatus.FORBIDDEN, wish));
    }

    private ResponseEntity<String> form(HttpServletRequest request, HttpStatus status, Wish wish) {
        var values = new HashMap<String, Object>(Map.of("wish", wish, "persons", signIn.persons(), "person", parameter(request, "person")));
        values.put("wrong", status == HttpStatus.FORBIDDEN);
        return pages.show(request, status, "development", values);
    }

    private ResponseEntity<String> refused(HttpServletRequest request) {
        return pages.show(request, HttpStatus.BAD_REQUEST, "refused", Map.of("reason", "refused.sign-in", "trace", ""));
    }

    private static Wish wish(HttpServletRequest request) {
        return new Wish(parameter(request, "response_type"), parameter(request, "client_id"), parameter(request, "redirect_uri"),
                parameter(request, "scope"), parameter(request, "state"), parameter(request, "nonce"), parameter(request, "code_challenge"),
                parameter(request, "code_challenge_method"));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> value.length() <= MOST_CHARACTERS).orElse("");
    }
}
