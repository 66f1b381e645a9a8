package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.usecase.MendDocument;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.ValidateDocument;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.ValidationView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The text of a document in a field, beside what would be found in it: checked, mended by proposed fixes or by hand as often as wanted, and only
 * then sent. What is sent is what stands in the field, and nothing else.
 */
public final class RepairDesk {
    private final ValidateDocument validation;
    private final MendDocument mending;
    private final Pages pages;

    public RepairDesk(ValidateDocument validation, MendDocument mending, Pages pages) {
        this.validation = validation;
        this.mending = mending;
        this.pages = pages;
    }

    /**
     * Where a text comes from and where it goes.
     *
     * @param original its bytes as they came
     * @param speaker who will have said the repaired copy
     * @param action address of the form
     * @param back address of the page it came from
     */
    record Work(byte[] original, PartyId speaker, String action, String back) {
    }

    /** The form; says so when the bytes are no text that can be edited here. */
    ResponseEntity<String> open(HttpServletRequest request, Work work, byte[] bytes) {
        return EditedText.of(bytes).map(text -> show(request, HttpStatus.OK, work, text, ""))
                .orElseGet(() -> pages.show(request, HttpStatus.CONFLICT, "refused", Map.of("reason", "refused.edit", "trace", "")));
    }

    /** Takes the form: shows it again checked or with fixes, or gives the bytes to {@code send}. */
    ResponseEntity<String> take(HttpServletRequest request, Work work, Sending send) {
        Optional<EditedText> known = EditedText.of(work.original());
        if (known.isEmpty()) {
            return open(request, work, work.original());
        }
        EditedText text = known.orElseThrow().with(field(request, "text"));
        Optional<byte[]> bytes = text.bytes().filter(some -> some.length > 0);
        if (bytes.isEmpty()) {
            return show(request, HttpStatus.BAD_REQUEST, work, text, "edit.charset");
        }
        return switch (field(request, "act")) {
            case "send" -> send.of(bytes.orElseThrow());
            case "fix" -> fixed(request, work, bytes.orElseThrow());
            default -> show(request, HttpStatus.OK, work, text, "");
        };
    }

    /** What becomes of the bytes that are to be sent. */
    @FunctionalInterface
    interface Sending {
        ResponseEntity<String> of(byte[] bytes);
    }

    private ResponseEntity<String> fixed(HttpServletRequest request, Work work, byte[] bytes) {
        Optional<String[]> chosen = Optional.ofNullable(request.getParameterValues("fix"));
        Optional<byte[]> mended = mending.mend(speaker(work), bytes, Set.of(chosen.orElse(new String[0])));
        return open(request, work, mended.orElse(bytes));
    }

    private static Caller speaker(Work work) {
        return new Caller(work.speaker(), Set.of());
    }

    private ResponseEntity<String> show(HttpServletRequest request, HttpStatus status, Work work, EditedText text, String wrong) {
        var values = new HashMap<String, Object>();
        byte[] bytes = text.bytes().orElse(new byte[0]);
        List<FindingView> findings = bytes.length == 0 ? List.of() : ValidationView.of(validation.validate(speaker(work), bytes)).interchanges().stream()
                .flatMap(check -> check.findings().stream()).toList();
        values.put("findings", findings);
        values.put("pieces", OriginalText.of(bytes, findings));
        values.put("text", text.text());
        values.put("action", work.action());
        values.put("back", work.back());
        values.put("speaker", work.speaker().value());
        values.put("wrong", wrong);
        return pages.show(request, status, "repair", values);
    }

    private static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
