package io.fairway.web.console;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import io.fairway.document.finding.Text;
import io.fairway.identity.CallerAuthentication;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/** Pages as answers: what every page shows besides its own content, in the language of the request. */
public final class Pages {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final PageTemplates templates;
    private final Words words;
    private final Parties parties;
    private final ZoneId zone;

    /** @param zone of the port, in which times are shown */
    public Pages(PageTemplates templates, Words words, Parties parties, ZoneId zone) {
        this.templates = templates;
        this.words = words;
        this.parties = parties;
        this.zone = zone;
    }

    /** A page. @param values by the names its template uses */
    ResponseEntity<String> show(HttpServletRequest request, String template, Map<String, ?> values) {
        return show(request, HttpStatus.OK, template, values);
    }

    /** A page with another status than 200. */
    ResponseEntity<String> show(HttpServletRequest request, HttpStatus status, String template, Map<String, ?> values) {
        Language language = Language.of(request);
        var all = new HashMap<String, Object>(values);
        all.put("language", language);
        all.put("t", method(arguments -> words.of(language, text(arguments.getFirst()), arguments.stream().skip(1).map(Pages::text).toList())));
        all.put("say", method(arguments -> language.of(value(arguments, Text.class))));
        all.put("at", method(arguments -> format(language).format(value(arguments, Instant.class))));
        all.put("name", method(arguments -> name(text(arguments.getFirst()))));
        all.put("otherLanguage", otherLanguage(request, language));
        all.put("here", request.getRequestURI());
        caller().ifPresent(caller -> {
            token(request).ifPresent(token -> all.put("csrf", token.getToken()));
            all.put("me", caller);
            all.put("myName", name(caller.party().value()));
            all.put("sections", Section.of(caller));
        });
        return ResponseEntity.status(status).contentType(HTML).body(templates.write(template, all));
    }

    /** Asking it for its value makes a session, so that it is asked only for who is signed in. */
    private static Optional<CsrfToken> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(CsrfToken.class.getName())).filter(CsrfToken.class::isInstance).map(CsrfToken.class::cast);
    }

    private String name(String party) {
        try {
            return parties.find(new PartyId(party)).map(PartyRecord::name).orElse(party);
        } catch (IllegalArgumentException notAParty) {
            return party;
        }
    }

    private DateTimeFormatter format(Language language) {
        return DateTimeFormatter.ofPattern(language == Language.ZH ? "yyyy年M月d日 HH:mm" : "d MMM yyyy HH:mm", Locale.ENGLISH).withZone(zone);
    }

    /** The same page in the other language. */
    private static String otherLanguage(HttpServletRequest request, Language language) {
        if (request.getRequestURI().equals(SignInController.RETURN)) {
            return Section.WORK.path() + "?lang=" + language.other().word();
        }
        var link = new StringBuilder(request.getRequestURI()).append("?lang=").append(language.other().word());
        request.getParameterMap().forEach((name, given) -> {
            if (!name.equals("lang") && request.getMethod().equals("GET")) {
                link.append('&').append(encoded(name)).append('=').append(encoded(given[0]));
            }
        });
        return link.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<Caller> caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication signedIn
                ? Optional.of(signedIn.getPrincipal()) : Optional.empty();
    }

    /** What a template can call. */
    @FunctionalInterface
    private interface Told {
        String of(List<?> arguments) throws TemplateModelException;
    }

    private static TemplateMethodModelEx method(Told told) {
        return arguments -> {
            List<?> given = arguments;
            return told.of(given);
        };
    }

    private static String text(Object argument) {
        try {
            return switch (argument) {
                case TemplateScalarModel text -> text.getAsString();
                case TemplateNumberModel number -> number.getAsNumber().toString();
                default -> throw new IllegalArgumentException("Expected a text or a number");
            };
        } catch (TemplateModelException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> T value(List<?> arguments, Class<T> type) throws TemplateModelException {
        if (arguments.getFirst() instanceof WrapperTemplateModel wrapped && type.isInstance(wrapped.getWrappedObject())) {
            return type.cast(wrapped.getWrappedObject());
        }
        throw new TemplateModelException("Expected a " + type.getSimpleName());
    }
}
