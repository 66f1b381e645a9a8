package io.fairway.ledger;

import java.util.List;

/**
 * What the contract is asked to tell; changes nothing.
 *
 * @param name of the query
 * @param arguments in order
 */
public record Query(String name, List<String> arguments) {
    public Query {
        arguments = List.copyOf(arguments);
    }

    /** The query of this name. */
    public static Query of(String name, String... arguments) {
        return new Query(name, List.of(arguments));
    }
}
