package io.fairway.smooks;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import io.fairway.document.finding.Place;
import java.util.List;

/**
 * What a template may call: {@code required(value, "what it is")} refuses to write without it; {@code iso(dtm)} is a date and time as
 * {@code 2026-03-04T18:00:00}, or a day, from a DTM segment's formats 102, 203 and 204; {@code moment(dtm)} its digits to the second;
 * {@code field(value)} a value of a flat file, its separators released.
 */
final class TemplateFunctions {
    private final String template;
    private final Carried carried;

    TemplateFunctions(String template, Carried carried) {
        this.template = template;
        this.carried = carried;
    }

    TemplateMethodModelEx required() {
        return arguments -> {
            String value = text(arguments, 0);
            if (value.isBlank()) {
                throw new TemplateModelException("Missing: " + text(arguments, 1) + " (" + template + ")");
            }
            return new Placed(value, places(arguments), carried);
        };
    }

    TemplateMethodModelEx field() {
        return arguments -> new Placed(text(arguments, 0).replace("?", "??").replace(":", "?:").replace("'", "?'")
                .replace('\n', ' ').replace('\r', ' '), places(arguments), carried);
    }

    TemplateMethodModelEx iso() {
        return arguments -> {
            String digits = digits(text(arguments, 0));
            String day = digits.isEmpty() ? "" : digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6, 8);
            String time = digits.length() < 14 ? "" : "T" + digits.substring(8, 10) + ":" + digits.substring(10, 12) + ":" + digits.substring(12);
            return new Placed(day + time, places(arguments), carried);
        };
    }

    TemplateMethodModelEx moment() {
        return arguments -> {
            String digits = digits(text(arguments, 0));
            return new Placed(digits.length() == 8 ? digits + "000000" : digits, places(arguments), carried);
        };
    }

    /** Eight or fourteen digits; nothing of nothing. */
    private static String digits(String value) throws TemplateModelException {
        String padded = value.length() == 12 ? value + "00" : value;
        if (!padded.isEmpty() && !padded.matches("[0-9]{8}([0-9]{6})?")) {
            throw new TemplateModelException("Not a day or time in full digits: " + value);
        }
        return padded;
    }

    private static String text(List<?> arguments, int index) throws TemplateModelException {
        if (index < arguments.size() && arguments.get(index) instanceof TemplateScalarModel scalar) {
            return scalar.getAsString();
        }
        throw new TemplateModelException("Expected a text as argument " + (index + 1));
    }

    private static List<Place> places(List<?> arguments) {
        return arguments.getFirst() instanceof Nodes nodes ? nodes.places() : List.of();
    }
}
