package io.fairway.edifact.mapping;

import io.fairway.document.DocumentFunction;
import io.fairway.document.id.RefusedValueException;

/**
 * EDIFACT 1225, message function; an absent one means an original, and so do a confirmation, a copy, and what is sent again: what it
 * confirms or repeats is the document itself.
 */
final class Functions {

    private Functions() {
    }

    static DocumentFunction read(FieldReader fields, Source bgm) {
        return fields.optional("function", bgm, 3, 1, Functions::of).orElse(DocumentFunction.ORIGINAL);
    }

    private static DocumentFunction of(String code) {
        return switch (code) {
            case "9", "6", "7", "31", "35", "46", "47" -> DocumentFunction.ORIGINAL;
            case "4", "2" -> DocumentFunction.CHANGE;
            case "5" -> DocumentFunction.REPLACE;
            case "1", "50" -> DocumentFunction.CANCEL;
            case "3" -> DocumentFunction.DELETE;
            case "11" -> DocumentFunction.RESPONSE;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code,
                    "9 original, 4 change, 5 replace, 1 cancellation, 3 deletion or 11 response");
        };
    }

    static String code(DocumentFunction function) {
        return switch (function) {
            case ORIGINAL -> "9";
            case CHANGE -> "4";
            case REPLACE -> "5";
            case CANCEL -> "1";
            case DELETE -> "3";
            case RESPONSE -> "11";
        };
    }
}
