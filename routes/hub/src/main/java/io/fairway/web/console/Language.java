package io.fairway.web.console;

import io.fairway.document.finding.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** The languages of the console. */
public enum Language {
    EN, ZH;

    private static final String CHOSEN = "fairway.language";
    private static final String PARAMETER = "lang";

    /** As in HTML's {@code lang}. */
    public String tag() {
        return this == ZH ? "zh-CN" : "en";
    }

    /** As in the query parameter that chooses it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The other one. */
    public Language other() {
        return this == EN ? ZH : EN;
    }

    /** A text in it. */
    public String of(Text text) {
        return this == ZH ? text.zh() : text.en();
    }

    /** What the request chooses, else what its session chose before, else what its browser prefers. */
    public static Language of(HttpServletRequest request) {
        Optional<HttpSession> session = Optional.ofNullable(request.getSession(false));
        Optional<Language> chosen = Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(Language::named);
        chosen.ifPresent(language -> session.ifPresent(kept -> kept.setAttribute(CHOSEN, language)));
        return chosen.or(() -> session.map(kept -> kept.getAttribute(CHOSEN)).filter(Language.class::isInstance).map(Language.class::cast))
                .orElseGet(() -> preferred(request));
    }

    private static Optional<Language> named(String word) {
        return word.equals("zh") ? Optional.of(ZH) : word.equals("en") ? Optional.of(EN) : Optional.empty();
    }

    private static Language preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream().map(Locale::getLanguage).flatMap(word -> named(word).stream()).findFirst().orElse(EN);
    }
}
