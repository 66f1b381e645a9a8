package io.fairway.json.mapping;

import io.fairway.document.Document;
import io.fairway.document.shape.Shape;
import io.fairway.document.shape.Shape.Group;
import java.lang.reflect.Executable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Documents of every kind, made by dice from their records alone; the same for the same seed. */
public final class GeneratedDocuments {
    private static final Map<String, List<String>> IDENTIFIERS = Map.ofEntries(
            Map.entry("BillNumber", List.of("HUBLRTM2600171", "A/1-B")), Map.entry("ContainerNumber", List.of("HUBU2000016", "HUBU3007777")),
            Map.entry("EntryNumber", List.of("224820261000000017", "26NLABCDEFGHIJKLM")), Map.entry("HsCode", List.of("841370", "8413709990")),
            Map.entry("ShipId", List.of("9745677", "callsign:VRAB5", "mmsi:477123456", "code:CN20260012", "name:HUB PIONEER")),
            Map.entry("LocalReferenceNumber", List.of("HUB2603040007")),
            Map.entry("PartyCode", List.of("HUBL")), Map.entry("UnLocode", List.of("CNSHG", "NLRTM")),
            Map.entry("VoyageNumber", List.of("017W")), Map.entry("Sha256", List.of("0".repeat(64), "af".repeat(32))));
    private static final List<String> TEXTS = List.of("PUMPS", "漆 \"A\" \\ /", "Ünïcode 𝄞", "x", "line\nbreak\ttab");

    private final Random dice;

    public GeneratedDocuments(long seed) {
        this.dice = new Random(seed);
    }

    Document document(Group kind) {
        return (Document) value(kind);
    }

    /** A document of a kind. */
    public <T extends Document> T document(Class<T> kind) {
        return kind.cast(value(Shape.group(kind)));
    }

    private Object value(Shape shape) {
        return switch (shape) {
            case Shape.Characters _ -> TEXTS.get(dice.nextInt(TEXTS.size()));
            case Shape.Whole _ -> dice.nextInt(1, 900);
            case Shape.Decimal _ -> new BigDecimal(dice.nextInt(1_000_000)).movePointLeft(dice.nextInt(4));
            case Shape.Moment _ -> Instant.ofEpochSecond(1_772_000_000L + dice.nextInt(10_000_000));
            case Shape.Day _ -> LocalDate.of(2026, dice.nextInt(1, 13), dice.nextInt(1, 29));
            case Shape.Truth _ -> dice.nextBoolean();
            case Shape.Code code -> code.names().get(dice.nextInt(code.names().size()));
            case Shape.Identifier identifier -> identifier(identifier);
            case Group group -> made(group.constructor(), group.members().stream().map(member -> value(member.shape())).toArray());
            case Shape.OneOf kinds -> value(kinds.kinds().get(dice.nextInt(kinds.kinds().size())));
            case Shape.Several(Shape of) -> IntStream.range(0, dice.nextInt(4)).mapToObj(_ -> value(of)).toList();
            case Shape.Maybe(Shape of) -> dice.nextBoolean() ? Optional.of(value(of)) : Optional.empty();
        };
    }

    private Object identifier(Shape.Identifier identifier) {
        List<String> good = IDENTIFIERS.getOrDefault(identifier.type().getSimpleName(), List.of());
        if (good.isEmpty()) {
            throw new AssertionError("Give a good value of " + identifier.type() + " here");
        }
        return made(identifier.maker(), good.get(dice.nextInt(good.size())));
    }

    private static Object made(Executable maker, Object... values) {
        try {
            return Shape.make(maker, values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("Cannot make a " + maker.getDeclaringClass(), e);
        }
    }
}
