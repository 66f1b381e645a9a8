package io.fairway.web.console;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.verification.Question;
import io.fairway.web.Ids;
import io.fairway.web.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a bank filled in to ask of a trade, and which of it is no answer to what its field asks. */
final class TradeForm {
    /** Nothing filled in. */
    static final Map<String, Object> EMPTY = Map.of("filled", Map.of(), "wrong", Set.of());
    private static final int MOST_TEXT = 100;

    private final FormParts parts;
    private final Map<String, String> filled = new LinkedHashMap<>();
    private final Set<String> wrong = new LinkedHashSet<>();
    private final Question question;

    TradeForm(FormParts parts) {
        this.parts = parts;
        var subject = new Question.Subject(read("grant", Ids::parse), read("carrier", PartyId::new),
                read("bill", text -> new BillNumber(text.toUpperCase(Locale.ROOT))));
        var presented = new Question.Presented(read("digest", text -> new Sha256(text.toLowerCase(Locale.ROOT))), parts.bytes("file"));
        var terms = new Question.Terms(read("customer", PartyId::new), read("latestShipment", LocalDate::parse), read("invoice", TradeForm::line),
                read("amount", TradeForm::line));
        if (!filled.containsKey("grant")) {
            Stream.of("carrier", "bill").filter(field -> !filled.containsKey(field)).forEach(wrong::add);
        }
        this.question = new Question(subject, presented, terms);
    }

    private <T> Optional<T> read(String field, Function<String, T> reading) {
        String text = parts.text(field).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        filled.put(field, text);
        try {
            return Optional.of(reading.apply(text));
        } catch (RefusedValueException | DateTimeParseException | ProblemException refused) {
            wrong.add(field);
            return Optional.empty();
        }
    }

    private static String line(String text) {
        if (text.length() > MOST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.malformed("Expected one line of at most " + MOST_TEXT + " characters.");
        }
        return text;
    }

    /** What is asked; to be used only when nothing is {@link #isWrong wrong}. */
    Question question() {
        return question;
    }

    boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** Marks a field. */
    void refuse(String field) {
        wrong.add(field);
    }

    /** For the page that shows the form again; the file has to be chosen again. */
    Map<String, Object> shown() {
        return Map.of("filled", filled, "wrong", wrong);
    }
}
