package io.fairway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Format;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be asked. Answers are one record, or one record a line; anybody who may read the channel may ask. */
enum Queries {
    /** The record of a subject. */
    READ("read", "subject", "its record",
            (world, arguments) -> List.of(world.get(new Subject(arguments.get(0))))),
    /** All versions of a subject's record. */
    HISTORY("history", "subject", "every version of its record, newest first, each with the transaction `tx`",
            (world, arguments) -> world.history(new Subject(arguments.get(0)))),
    /** What came of an event. */
    EVENT("event", "actor, event id", "the outcome of that event, with `intent`, the SHA-256 of the signed bytes; `FW-SUBJECT-UNKNOWN` if it never happened",
            (world, arguments) -> List.of(found(world, "event", arguments))),
    /** A key of the registry. */
    KEY("key", "key id", "party, SPKI, custody and state of the key",
            (world, arguments) -> List.of(found(world, "key", arguments))),
    /** How a bill number stands. */
    NUMBER("number", "carrier, number", "the last generation of the bill of this number, and whether it is live",
            (world, arguments) -> List.of(found(world, "number", arguments))),
    /** Which release has a unit. */
    UNIT("unit", "carrier, unit", "the release that has the unit, and whether it was redeemed",
            (world, arguments) -> List.of(found(world, "unit", arguments))),
    /** What was attested about something. */
    ABOUT("about", "digest", "the attestations about this digest, one a line",
            Queries::about),
    /** Clashes of a financing claim. */
    CLASHES("clashes", "claim", "the clashes with this claim, one a line: contact handles and nothing else",
            (world, arguments) -> world.list("clash", arguments)),
    /** One batch of an anchor stream. */
    ANCHORED("anchored", "party, stream, batch number from 1", "that batch: root, first, count, previous root",
            Queries::anchored),
    /** The private quantity of a bulk release. */
    QUANTITY("quantity", "release", "amount, unit and what was redeemed; answered by peers of members of `releaseQuantities` only",
            (world, arguments) -> List.of(world.findPrivate(Quantities.COLLECTION, new Subject(arguments.get(0)))
                    .orElseThrow(Refusal.SUBJECT_UNKNOWN::refused)));

    private final String function;
    private final String arguments;
    private final String answer;
    private final Finding finding;

    /** Finds what answers a query whose arguments are as many as it takes. */
    @FunctionalInterface
    private interface Finding {
        List<Fields> find(WorldState world, List<String> arguments);
    }

    Queries(String function, String arguments, String answer, Finding finding) {
        this.function = function;
        this.arguments = arguments;
        this.answer = answer;
        this.finding = finding;
    }

    static Optional<Queries> find(String function) {
        return Stream.of(values()).filter(query -> query.function.equals(function)).findFirst();
    }

    byte[] answer(WorldState world, List<String> given) {
        boolean fits = given.size() == arguments.split(",", -1).length && given.stream().allMatch(text -> text.matches("[@A-Za-z0-9./-]{1,200}"));
        Act.require(fits, Refusal.ARGUMENTS, "expected " + arguments);
        return finding.find(world, given).stream().map(Fields::json).collect(Collectors.joining("\n")).getBytes(UTF_8);
    }

    String function() {
        return function;
    }

    String arguments() {
        return arguments;
    }

    String answerInWords() {
        return answer;
    }

    private static List<Fields> about(WorldState world, List<String> arguments) {
        return world.list("about", arguments).stream().map(index -> index.text("subject"))
                .map(subject -> world.get(new Subject(subject)).with("subject", subject)).toList();
    }

    private static List<Fields> anchored(WorldState world, List<String> arguments) {
        Act.require(Format.NUMBER.fits(arguments.get(2)), Refusal.ARGUMENTS, "the batch number is a whole number");
        String number = "%015d".formatted(Long.parseLong(arguments.get(2)));
        return List.of(found(world, "anchored", List.of(arguments.get(0), arguments.get(1), number)));
    }

    private static Fields found(WorldState world, String type, List<String> parts) {
        return world.find(type, parts).orElseThrow(Refusal.SUBJECT_UNKNOWN::refused);
    }
}
