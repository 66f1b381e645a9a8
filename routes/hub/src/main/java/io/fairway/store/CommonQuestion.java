package io.fairway.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A question that pieces of work in company ask, each about its own subject: it is put for all of them at once, when the first asks. Nothing that the
 * others do changes the answer; who asks a second time is answered anew.
 *
 * @param ask gives the answers to those subjects that have one
 */
record CommonQuestion<A>(Class<A> kind, Function<List<UUID>, Map<UUID, A>> ask) {

    /** Subjects as one parameter, for {@code string_to_array(:subjects, ' ')::uuid[]}. */
    static String together(List<UUID> subjects) {
        return subjects.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }
}
