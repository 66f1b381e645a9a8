package io.fairway.edifact.mapping;

import io.fairway.edifact.mapping.Planting.Planted;
import io.fairway.edifact.mapping.Planting.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of faults that people and programs make, each planted where a message has a place for it. */
final class Faults {
    private static final String NUMBER_ELEMENTS = "CNT12 GID11 GID21 CNT12 SGP21 PAC11";
    private static final String TEXTS = "NAD41 NAD31 NAD51 FTX41 NAD61";

    private final Planting in;
    private final List<Planted> planted = new ArrayList<>();

    private Faults(Planting in) {
        this.in = in;
    }

    /** One fault of each kind that the interchange has a place for. */
    static List<Planted> in(Planting planting) {
        var faults = new Faults(planting);
        faults.envelope();
        faults.numbers();
        faults.identifiers();
        faults.dates();
        faults.codes();
        faults.separators();
        faults.segments();
        faults.optionalSegments();
        return faults.planted;
    }

    private void envelope() {
        change("count of UNT", in.first("UNT", 1, 1), said -> String.valueOf(Integer.parseInt(said) + 3), "UNT_COUNT");
        change("reference of UNT", in.first("UNT", 2, 1), said -> said + "9", "UNT_REFERENCE");
        change("count of UNZ", in.first("UNZ", 1, 1), said -> String.valueOf(Integer.parseInt(said) + 1), "UNZ_COUNT");
        change("reference of UNZ", in.first("UNZ", 2, 1), said -> said.replaceAll(".$", "X"), "UNZ_REFERENCE");
        change("count of UNT too low", in.first("UNT", 1, 1), said -> String.valueOf(Integer.parseInt(said) - 4), "UNT_COUNT");
        in.first("UNH", 1, 1).ifPresent(spot -> elsewhere("reference of UNH", in.with(spot, spot.value() + "9"), "UNT", 2, "UNT_REFERENCE"));
        in.first("UNB", 5, 1).ifPresent(spot -> elsewhere("reference of UNB", in.with(spot, spot.value() + "9"), "UNZ", 2, "UNZ_REFERENCE"));
        in.first("UNT", 0, 1).ifPresent(unt -> planted.add(new Planted("missing UNT", in.without(unt), whole(unt), List.of("UNT_MISSING"),
                Optional.of(in.segment(unt) + "'"))));
        in.first("UNZ", 0, 1).ifPresent(unz -> planted.add(new Planted("missing UNZ", in.without(unz), new Spot("UNZ", 0, 0, 0, unz.from(), 0, ""),
                List.of("UNZ_MISSING"), Optional.of(in.segment(unz) + "'"))));
        in.first("UNH", 2, 1).ifPresent(type -> planted.add(new Planted("message type misspelt", in.with(type, swap(type.value(), 1)), type,
                List.of("MESSAGE_TYPE_UNKNOWN"), Optional.of(type.value()))));
        in.first("UNH", 2, 3).ifPresent(release -> planted.add(new Planted("directory unknown", in.with(release, "95Z"),
                in.first("UNH", 2, 2).orElseThrow(), List.of("DIRECTORY_UNKNOWN"), Optional.empty())));
        in.any(spot -> spot.element() == 0 && spot.tag().equals("UNT")).ifPresent(unt -> planted.add(new Planted("cut off",
                in.text().substring(0, unt.from() + 3), whole(unt), List.of("INPUT_TRUNCATED"), Optional.empty())));
    }

    private void numbers() {
        change("letter O for 0", in.any(spot -> isNumber(spot) && spot.value().contains("0")), said -> said.replace('0', 'O'),
                "VALUE_NOT_NUMERIC", "NUMBER_FORM");
        change("letter I for 1", in.any(spot -> isNumber(spot) && spot.value().contains("1")), said -> said.replace('1', 'I'),
                "VALUE_NOT_NUMERIC", "NUMBER_FORM");
        change("letter l for 1", in.any(spot -> isNumber(spot) && spot.value().contains("1")), said -> said.replaceFirst("1", "l"),
                "VALUE_NOT_NUMERIC", "NUMBER_FORM");
        change("blank in a number", in.any(spot -> isNumber(spot) && spot.value().length() > 3),
                said -> said.charAt(0) + " " + said.substring(1), "VALUE_NOT_NUMERIC", "NUMBER_FORM");
        in.any(spot -> isNumber(spot) && spot.value().matches("[0-9]{4,}")).ifPresent(spot -> planted.add(new Planted("decimal comma",
                in.with(spot, spot.value() + ",5"), spot, List.of("DECIMAL_MARK", "NUMBER_FORM"), Optional.of(spot.value() + ".5"))));
        change("control total", in.any(spot -> spot.tag().equals("CNT") && spot.component() == 2 && in.segment(spot).matches("CNT\\+1[06]:.*")),
                said -> String.valueOf(Integer.parseInt(said) + 2), "COUNT_DIFFERS");
    }

    private void identifiers() {
        change("check digit of a container", in.any(Faults::isContainer), said -> said.substring(0, 10) + (said.charAt(10) + 1 - '0') % 10,
                "CONTAINER_CHECK_DIGIT");
        change("letter O in a container number", in.any(spot -> isContainer(spot) && spot.value().indexOf('0') > 3),
                said -> said.substring(0, 4) + said.substring(4).replace('0', 'O'), "CONTAINER_NUMBER_FORM");
        change("blank in a container number", in.any(Faults::isContainer), said -> said.substring(0, 4) + " " + said.substring(4),
                "CONTAINER_NUMBER_FORM");
        change("container number in lower case", in.any(Faults::isContainer), said -> said.toLowerCase(Locale.ROOT), "CONTAINER_NUMBER_FORM");
        change("check digit of a ship", in.first("TDT", 8, 1).filter(spot -> spot.value().matches("[0-9]{7}")),
                said -> said.substring(0, 6) + (said.charAt(6) + 1 - '0') % 10, "IMO_CHECK_DIGIT");
        change("port in lower case", in.any(Faults::isPort), said -> said.toLowerCase(Locale.ROOT), "UNLOCODE_FORM");
        change("port with blanks", in.any(Faults::isPort), said -> said.substring(0, 2) + " " + said.substring(2), "UNLOCODE_FORM");
    }

    private void dates() {
        change("day and month swapped", in.any(spot -> isDate(spot) && Integer.parseInt(spot.value().substring(6, 8)) > 12),
                said -> said.substring(0, 4) + said.substring(6, 8) + said.substring(4, 6) + said.substring(8), "DATE_IMPOSSIBLE");
        change("letter O in a date", in.any(Faults::isDate), said -> said.replaceFirst("0", "O"), "DATE_IMPOSSIBLE");
        change("date with hyphens", in.any(Faults::isDate), said -> said.substring(0, 4) + "-" + said.substring(4, 6) + "-" + said.substring(6),
                "DATE_IMPOSSIBLE");
        change("format of a date", in.any(spot -> isDate(spot) && in.next(spot).isPresent()).flatMap(in::next), said -> "999",
                "DATE_FORMAT_UNKNOWN");
    }

    private void codes() {
        change("code in lower case", in.any(spot -> spot.tag().equals("EQD") && spot.element() == 1), said -> said.toLowerCase(Locale.ROOT),
                "CODE_NOT_IN_LIST", "CODE_UNKNOWN");
        change("qualifier in lower case", in.any(spot -> spot.tag().equals("NAD") && spot.element() == 1), said -> said.toLowerCase(Locale.ROOT),
                "CODE_NOT_IN_LIST", "CODE_UNKNOWN");
        change("blank behind a code", in.any(spot -> spot.tag().equals("RFF") && spot.component() == 1 && spot.value().length() < 3
                && spot.element() == 1), said -> said + " ", "CODE_NOT_IN_LIST", "CODE_UNKNOWN");
        change("value too long", in.first("BGM", 2, 1), said -> said + "X".repeat(80), Optional.empty(), "VALUE_TOO_LONG");
    }

    private void separators() {
        in.any(spot -> TEXTS.contains(at(spot)) && spot.value().matches("[A-Z]{3}[A-Z ]+")).ifPresent(text -> {
            String meant = text.value().substring(0, 2) + "?'" + text.value().substring(2);
            planted.add(new Planted("unescaped apostrophe", in.with(text, meant.replace("?", "")), text, List.of("TERMINATOR_NOT_RELEASED"),
                    Optional.of(meant)));
        });
        Optional<Spot> date = in.any(spot -> spot.tag().equals("DTM") && spot.component() == 2 && isDate(spot));
        date.ifPresent(value -> {
            String segment = in.segment(value);
            Spot element = new Spot("DTM", value.segment(), 1, 0, value.from() - segment.indexOf(value.value()) + 4, 0, "");
            Spot format = in.next(value).orElseThrow();
            planted.add(new Planted("missing separator", in.text().substring(0, value.to()) + in.text().substring(format.from()), element,
                    List.of("SEPARATOR_MISSING"), Optional.of(segment)));
            planted.add(new Planted("values swapped", in.text().substring(0, value.from()) + format.value() + ":" + value.value()
                    + in.text().substring(format.to()), element, List.of("VALUES_SWAPPED"), Optional.of(segment)));
        });
        in.any(spot -> spot.tag().equals("LOC") && spot.element() == 1).ifPresent(spot -> planted.add(new Planted("superfluous separator",
                in.insert(spot, "+"), new Spot("LOC", spot.segment(), 1, 0, spot.from(), 0, ""), List.of("SEPARATOR_SUPERFLUOUS"),
                Optional.of(in.segment(spot)))));
        in.any(spot -> spot.element() == 0 && spot.tag().equals("LOC")).ifPresent(tag -> {
            planted.add(new Planted("no separator behind the tag", in.text().substring(0, tag.to()) + in.text().substring(tag.to() + 1),
                    whole(tag), List.of("SEPARATOR_MISSING"), Optional.of(in.segment(tag))));
            planted.add(new Planted("another separator behind the tag", in.text().substring(0, tag.to()) + "-" + in.text().substring(tag.to() + 1),
                    whole(tag), List.of("SEPARATOR_MISSING"), Optional.of(in.segment(tag))));
        });
        in.any(spot -> spot.tag().equals("LOC") && spot.element() == 1 && spot.value().length() > 0 && hasPlace(spot)).ifPresent(spot ->
                planted.add(new Planted("missing element separator", in.text().substring(0, spot.to()) + in.text().substring(spot.to() + 1),
                        new Spot("LOC", spot.segment(), 1, 0, spot.from(), 0, ""), List.of("SEPARATOR_MISSING"), Optional.of(in.segment(spot)))));
    }

    private void segments() {
        in.first("BGM", 0, 1).ifPresent(bgm -> planted.add(new Planted("missing BGM", in.without(bgm), whole(bgm), List.of("SEGMENT_MISSING"),
                Optional.empty())));
        in.first("BGM", 0, 1).ifPresent(bgm -> planted.add(new Planted("BGM twice", in.insert(bgm, in.segment(bgm) + "'"),
                new Spot("BGM", bgm.segment() + 1, 0, 0, bgm.from() + in.segment(bgm).length() + 1, 0, ""),
                List.of("SEGMENT_REPEATED_TOO_OFTEN", "SEGMENT_MISPLACED"), Optional.empty())));
        in.first("BGM", 0, 1).ifPresent(bgm -> in.following(bgm).ifPresent(next -> planted.add(new Planted("BGM behind the next segment",
                in.swapped(bgm, next), new Spot(next.tag(), bgm.segment(), 0, 0, bgm.from(), 0, ""), List.of("SEGMENT_MISPLACED", "SEGMENT_MISSING"),
                Optional.empty()))));
        in.any(spot -> spot.element() == 0 && "LOC NAD DTM EQD TDT".contains(spot.tag())).ifPresent(tag -> planted.add(new Planted(
                "tag misspelt", in.with(tag, swap(tag.value(), 1)), whole(tag), List.of("SEGMENT_TAG_MISSPELT"), Optional.of(tag.value()))));
        in.any(spot -> spot.element() == 0 && "LOC RFF NAD DTM EQD".contains(spot.tag())).ifPresent(tag -> planted.add(new Planted(
                "tag in lower case", in.with(tag, tag.value().toLowerCase(Locale.ROOT)), whole(tag), List.of("SEGMENT_TAG_MISSPELT"),
                Optional.of(tag.value()))));
        int counted = Integer.parseInt(in.first("UNT", 1, 1).orElseThrow().value());
        in.any(spot -> spot.element() == 0 && spot.tag().equals("DTM")).ifPresent(tag -> planted.add(new Planted("unknown segment",
                in.insert(tag, "QQQ+1'").replaceFirst("UNT\\+[0-9]+", "UNT+" + (counted + 1)),
                whole(new Spot("QQQ", tag.segment(), 0, 0, tag.from(), 0, "")), List.of("SEGMENT_UNKNOWN"), Optional.empty())));
        change("mandatory element empty", in.any(spot -> spot.tag().equals("RFF") && spot.element() == 1 && spot.component() == 1),
                said -> "", Optional.empty(), "COMPONENT_MISSING", "ELEMENT_MISSING");
    }

    /** Parts that may be there or not and go, or come twice: only the count of segments tells, and no fix of it is right. */
    private void optionalSegments() {
        String tags = in.text().matches("(?s).*\\+(IFTDGN|APERAK):.*") ? "SEL" : "SEL FTX";
        in.any(spot -> spot.element() == 0 && tags.contains(spot.tag())).ifPresent(tag -> {
            elsewhere("optional segment lost", in.without(tag), "UNT", 1, "UNT_COUNT");
            elsewhere("segment twice", in.insert(tag, in.segment(tag) + "'"), "UNT", 1, "UNT_COUNT");
        });
    }

    /** A fault that shows in a trailer, not where it was planted; the trailer is right. */
    private void elsewhere(String kind, String text, String trailer, int element, String code) {
        in.first(trailer, element, 1).ifPresent(spot -> {
            int moved = text.length() - in.length();
            planted.add(new Planted(kind, text, new Spot(trailer, spot.segment() + (code.equals("UNT_COUNT") ? Integer.signum(moved) : 0), element, 1,
                    spot.from() + moved, spot.to() + moved, spot.value()), List.of(code), Optional.empty()));
        });
    }

    private boolean hasPlace(Spot qualifier) {
        return in.segment(qualifier).matches("LOC\\+[0-9]+\\+[A-Z]{5}:.*");
    }

    private static String at(Spot spot) {
        return spot.tag() + spot.element() + spot.component();
    }

    private static boolean isNumber(Spot spot) {
        return NUMBER_ELEMENTS.contains(at(spot)) && spot.value().matches("[0-9]{2,}");
    }

    private static boolean isContainer(Spot spot) {
        return spot.tag().matches("EQD|SGP") && spot.value().matches("[A-Z]{4}[0-9]{7}");
    }

    private static boolean isPort(Spot spot) {
        return spot.tag().equals("LOC") && spot.element() == 2 && spot.component() == 1 && spot.value().matches("[A-Z]{5}");
    }

    private static boolean isDate(Spot spot) {
        return spot.tag().equals("DTM") && spot.component() == 2 && spot.value().matches("20[0-9]{6}([0-9]{4})?");
    }

    private static Spot whole(Spot tag) {
        return new Spot(tag.tag(), tag.segment(), 0, 0, tag.from(), tag.to(), tag.value());
    }

    private static String swap(String word, int at) {
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private void change(String kind, Optional<Spot> spot, Function<String, String> fault, String... codes) {
        spot.ifPresent(there -> change(kind, spot, fault, Optional.of(there.value()), codes));
    }

    private void change(String kind, Optional<Spot> spot, Function<String, String> fault, Optional<String> fix, String... codes) {
        spot.ifPresent(there -> planted.add(new Planted(kind, in.with(there, fault.apply(there.value())), there, List.of(codes), fix)));
    }
}
