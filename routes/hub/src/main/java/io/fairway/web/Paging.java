package io.fairway.web;

import io.fairway.identity.AuthenticatedText;
import io.fairway.usecase.Caller;
import io.fairway.usecase.view.Slice;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads {@code limit} and {@code cursor} of a list's request, and writes the page. A cursor is bound to the caller, the path and all
 * other parameters.
 */
public final class Paging {
    private static final int STANDARD = 50;

    private final AuthenticatedText cursors;

    public Paging(AuthenticatedText cursors) {
        this.cursors = cursors;
    }

    /** What the request wants. @throws ProblemException when limit or cursor cannot be used */
    public Slice.Want want(Caller caller, HttpServletRequest request) {
        Optional<String> cursor = parameter(request, "cursor");
        Optional<String> place = cursor.map(given -> cursors.read(query(caller, request), given).orElseThrow(() -> ProblemException.of(
                ProblemCode.CURSOR_INVALID, "Expected the cursor of the page before, with the same filters.")));
        return new Slice.Want(limit(request), place);
    }

    /** How many items the request wants at most. @throws ProblemException when the limit cannot be used */
    int limit(HttpServletRequest request) {
        return parameter(request, "limit").map(Paging::limit).orElse(STANDARD);
    }

    /** The slice as a page whose link leads to the next. */
    public <T> Page<T> page(Caller caller, HttpServletRequest request, Slice<T> slice) {
        return new Page<>(slice.items(), slice.next().map(place -> link(request, cursors.write(query(caller, request), place))));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= Slice.Want.MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw ProblemException.of(ProblemCode.PARAMETER_INVALID, "Expected limit as a number from 1 to " + Slice.Want.MOST + ".");
    }

    private static String query(Caller caller, HttpServletRequest request) {
        return caller.party() + "\n" + request.getRequestURI() + "\n" + filters(request);
    }

    private static String link(HttpServletRequest request, String cursor) {
        var link = new StringBuilder(request.getRequestURI()).append('?');
        filters(request).forEach((name, value) -> link.append(name).append('=').append(encoded(value)).append('&'));
        parameter(request, "limit").ifPresent(limit -> link.append("limit=").append(encoded(limit)).append('&'));
        return link.append("cursor=").append(cursor).toString();
    }

    private static Map<String, String> filters(HttpServletRequest request) {
        var filters = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("limit") && !name.equals("cursor")) {
                filters.put(name, values[0]);
            }
        });
        return filters;
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
