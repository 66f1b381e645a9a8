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
    READ("read", "subject", "its record") {
        @Override
        List<Fields> find(WorldState world, List<String> arguments) {
            return List.of(world.get(new Subject(arguments.get(0))));
        }
    },
    /** All versions of a subject's record. */
    HISTORY("history", "subject", "every version of its record, newest first, each with the transaction `tx`") {
        @Override
        List<Fields> find(WorldState world, List<String> arguments) {
            return world.history(new Subject(arguments.get(0)));
        }
    },
    /** What came of an event. */
    EVENT("event", "actor, event id", "the outcome of that event, with `intent`, the SHA-256 of the signed bytes; `FW-SUBJECT-UNKNOWN` if it never happened") {
        @Override
        List<Fields> find(WorldState world, List<String> arguments) {
            return List.of(found(world, "event", arguments));
        }
    },
    /** A key of the registry. */
    KEY("key", "key id", "party, SPKI, custody and state of the key") {
        @Override
        List<Fields> find(WorldState world, List<String> arguments) {
            return List.of(found(world, "key", arguments));
        }
    },
    /** How a bill number stands. */
    NUMBER("number", "carrier, number", "the last generation of the bill of this number, and whether it is live") {
        @Override
        List<Fields> find(WorldState world, List<String> arguments) {
            return List.of(found(world, "number", arguments));
        }
    },
    /** Which release has a unit. */
    UNIT("unit", "carrier, unit", "the release that has the unit, and whether it was redeemed") {
        @Override
        List<Fields> find(WorldState world, List<String> arguments) {
            return List.of(found(world, "unit", arguments));
        }
    },
    /** What was attested about something. */
    ABOUT("about", "digest", "the attestations about this digest, one a line") {
        @Override
        List<Fields> find(WorldState world, List<String> arguments) {
            return world.list("about", arguments).stream().map(index -> world.get(new Subject(index.text("subject"))).with("subject", index.text("subject")))
                    .toList();
        }
    },
    /** Clashes of a financing claim. */
    CLASHES("clashes", "claim", "the clashes with this claim, one a line: contact handles and nothing else") {
        @Override
        List<Fields> find(WorldState world, List<String> arguments) {
            return world.list("clash", arguments);
        }
    },
    /** One batch of an anchor stream. */
    ANCHORED("anchored", "party, stream, batch number from 1", "that batch: root, first, count, previous root") {
        @Override
        List<Fields> find(WorldState world, List<String> arguments) {
            Act.require(Format.NUMBER.fits(arguments.get(2)), Refusal.ARGUMENTS, "the batch number is a whole number");
            String number = "%015d".formatted(Long.parseLong(arguments.get(2)));
            return List.of(found(world, "anchored", List.of(arguments.get(0), arguments.get(1), number)));
        }
    },
    /** The private quantity of a bulk release. */
    QUANTITY("quantity", "release", "amount, unit and what was redeemed; answered by peers of members of `releaseQuantities` only") {
        @Override
        List<Fields> find(WorldState world, List<String> arguments) {
            return List.of(world.findPrivate(Quantities.COLLECTION, new Subject(arguments.get(0))).orElseThrow(Refusal.SUBJECT_UNKNOWN::refused));
        }
    };

    private final String function;
    private final String arguments;
    private final String answer;

    Queries(String function, String arguments, String answer) {
        this.function = function;
        this.arguments = arguments;
        this.answer = answer;
    }

    static Optional<Queries> find(String function) {
        return Stream.of(values()).filter(query -> query.function.equals(function)).findFirst();
    }

    abstract List<Fields> find(WorldState world, List<String> arguments);

    byte[] answer(WorldState world, List<String> given) {
        boolean fits = given.size() == arguments.split(",", -1).length && given.stream().allMatch(text -> text.matches("[@A-Za-z0-9./-]{1,200}"));
        Act.require(fits, Refusal.ARGUMENTS, "expected " + arguments);
        return find(world, given).stream().map(Fields::json).collect(Collectors.joining("\n")).getBytes(UTF_8);
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

    private static Fields found(WorldState world, String type, List<String> parts) {
        return world.find(type, parts).orElseThrow(Refusal.SUBJECT_UNKNOWN::refused);
    }
}
