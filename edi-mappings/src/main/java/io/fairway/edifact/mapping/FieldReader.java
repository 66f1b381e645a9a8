package io.fairway.edifact.mapping;

import io.fairway.document.Lineage;
import io.fairway.document.Lineage.Origin;
import io.fairway.document.Lineage.Unused;
import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Severity;
import io.fairway.document.id.RefusedValueException;
import io.fairway.edifact.Guess;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads the values of one document out of kept segments. Every refused or missing value becomes a finding, all of them at once;
 * every value read leaves its origin. A document whose required values are not all there is not built: compare {@link #gaps()}
 * before and after. Not for several threads.
 */
final class FieldReader {
    private static final int MOST_DIGITS = 9;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|-?\\.[0-9]+");
    /** Functions (1225) of a document that refers to no earlier one. */
    private static final List<String> FIRST = List.of("", "9", "6");
    private static final List<String> WEIGHT_UNITS = List.of("KGM", "TNE");
    private static final BigDecimal KILOGRAMS_PER_TONNE = BigDecimal.valueOf(1000);

    private final ReadingProfile profile;
    private final MemberPaths paths;
    private final EnvelopeValues envelope;
    private final char decimalMark;
    private final Consumer<Finding> findings;
    private final List<Origin> origins = new ArrayList<>();
    private int gaps;

    FieldReader(ReadingProfile profile, MemberPaths paths, EnvelopeValues envelope, char decimalMark, Consumer<Finding> findings) {
        this.profile = profile;
        this.paths = paths;
        this.envelope = envelope;
        this.decimalMark = decimalMark;
        this.findings = findings;
    }

    /** A reader for another document of the same message. */
    FieldReader fresh() {
        return new FieldReader(profile, paths, envelope, decimalMark, findings);
    }

    /** The path of a member; for what many documents or parts of one have alike. */
    String path(String whole, String member) {
        return paths.of(whole, member);
    }

    /** The path of a member of a list. */
    String path(String list, int index) {
        return paths.of(list, index);
    }

    /** How many required values were missing or refused so far. */
    int gaps() {
        return gaps;
    }

    /** Counts gaps that were told elsewhere. */
    void addGaps(int more) {
        gaps += more;
    }

    /** Where the values came from, in the order in which they were read. */
    List<Origin> origins() {
        return List.copyOf(origins);
    }

    /** A member that is read again at once, as a text of several segments is, came from the later place. */
    private void remember(Origin origin) {
        if (!origins.isEmpty() && origins.getLast().path().equals(origin.path())) {
            origins.removeLast();
        }
        origins.add(origin);
    }

    /** Takes over what was read elsewhere, its paths put under {@code path}. */
    void adopt(String path, List<Origin> others) {
        if (path.isEmpty()) {
            origins.addAll(others);
        } else {
            for (Origin other : others) {
                origins.add(new Origin(path(path, other.path()), other.place()));
            }
        }
    }

    /** Takes over what was read elsewhere and holds where nothing else was said: members that were not read here. */
    void adoptDefaults(List<Origin> others) {
        int own = origins.size();
        for (Origin other : others) {
            if (origins.subList(0, own).stream().noneMatch(origin -> origin.path().equals(other.path()))) {
                origins.add(other);
            }
        }
    }

    Lineage lineage(KeptGroup... sources) {
        var unused = new ArrayList<Unused>();
        for (KeptGroup source : sources) {
            source.collectUnused(unused);
        }
        return new Lineage(origins(), unused);
    }

    void report(ContentRule rule, Place place, String found, String expected) {
        findings.accept(rule.finding(profile, place, found, expected));
    }

    /** As the other, with a value computed or derived to take the place of the one found. */
    void report(ContentRule rule, Place place, String found, String expected, Fix fix) {
        findings.accept(rule.finding(profile, place, found, expected, Optional.of(fix)));
    }

    /** As {@link #report(ContentRule, Place, String, String)}, with a total that was counted or read elsewhere in the message. */
    void report(ContentRule rule, Place place, String found, String expected, Certainty certainty) {
        report(rule, place, found, expected, new Fix(expected, certainty));
    }

    /** As {@link #report(ContentRule, Place, String, String)}, with the one of the known values that is a slip away. */
    void reportGuess(ContentRule rule, Place place, String found, String expected, List<String> known) {
        findings.accept(rule.finding(profile, place, found, expected, Guess.of(found, known).map(meant -> new Fix(meant, Certainty.LIKELY))));
    }

    /** Says that a required value is missing. */
    void missing(String path, Source source, int element, int component) {
        gaps++;
        findings.accept(firm(ContentRule.VALUE_MISSING.finding(profile, source.place(element, component), "",
                path + " (" + source.wanted() + ")")));
    }

    /** Says that the message holds more than this reader takes. */
    void tooLarge(Place place, String limit) {
        gaps++;
        findings.accept(firm(ContentRule.MESSAGE_TOO_LARGE.finding(profile, place, "", limit)));
    }

    /** Without the value there is no document: no profile can make that a warning, or the message would be lost in silence. */
    private static Finding firm(Finding finding) {
        return finding.weighing(Severity.ERROR);
    }

    /**
     * The number of the document (BGM 1004). Many first documents have none, for nothing refers to them: those are known by the
     * references of their interchange and message, which is told. One that changes or cancels another must have it.
     */
    Optional<String> reference(Source bgm) {
        if (!bgm.isPresent() || !bgm.holds(2, 1, "") || FIRST.stream().noneMatch(function -> bgm.holds(3, 1, function))) {
            return required("reference", bgm, 2, 1, Function.identity());
        }
        report(ContentRule.REFERENCE_ASSUMED, bgm.place(2, 1), "", envelope.reference());
        remember(new Origin("reference", envelope.referencePlace()));
        return Optional.of(envelope.reference());
    }

    /** When the document was issued; what does not say it was when its interchange was prepared, which is told. */
    Optional<Instant> issued(String path, Source date) {
        var prepared = DateTimeFormat.of("", envelope.preparedAt());
        if (!date.text(1, 2).isEmpty() || prepared.isEmpty()) {
            return requiredInstant(path, date);
        }
        try {
            Instant instant = prepared.get().instant(envelope.preparedAt(), profile.zone());
            report(ContentRule.ISSUE_TIME_ASSUMED, date.place(1, 2), "", envelope.preparedAt());
            remember(new Origin(path, envelope.preparationPlace()));
            return Optional.of(instant);
        } catch (RefusedValueException unusable) {
            return requiredInstant(path, date);
        }
    }

    /** The value made from the component; empty, and a finding, when it is there but refused. */
    <T> Optional<T> optional(String path, Source source, int element, int component, Function<String, T> make) {
        return read(path, source, element, component, make, UnaryOperator.identity());
    }

    private <T> Optional<T> read(String path, Source source, int element, int component, Function<String, T> make,
                                 UnaryOperator<Finding> weight) {
        String text = source.text(element, component);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Place place = source.place(element, component);
        try {
            T value = make.apply(text);
            remember(new Origin(path, place));
            return Optional.of(value);
        } catch (RefusedValueException refused) {
            findings.accept(weight.apply(ContentRule.refused(profile, place, text, refused)));
            return Optional.empty();
        }
    }

    /** The value made from the component; empty, and a finding and a gap, when it is missing or refused. */
    <T> Optional<T> required(String path, Source source, int element, int component, Function<String, T> make) {
        if (source.text(element, component).isEmpty()) {
            missing(path, source, element, component);
            return Optional.empty();
        }
        Optional<T> value = read(path, source, element, component, make, FieldReader::firm);
        if (value.isEmpty()) {
            gaps++;
        }
        return value;
    }

    /** As {@link #optional}, for a component that its code list and agency follow. */
    <T> Optional<T> coded(String path, Source source, int element, int component, Function<String, T> make) {
        source.segment().ifPresent(segment -> segment.useCodeList(element, component));
        return optional(path, source, element, component, make);
    }

    /** As {@link #required}, for a component that its code list and agency follow. */
    <T> Optional<T> requiredCoded(String path, Source source, int element, int component, Function<String, T> make) {
        source.segment().ifPresent(segment -> segment.useCodeList(element, component));
        return required(path, source, element, component, make);
    }

    /** The text as it stands; empty when absent. */
    String text(String path, Source source, int element, int component) {
        return optional(path, source, element, component, Function.identity()).orElse("");
    }

    /** As {@link #text}, for a component that its code list and agency follow. */
    String codedText(String path, Source source, int element, int component) {
        return coded(path, source, element, component, Function.identity()).orElse("");
    }

    /** All components of the element, joined by blanks. */
    String lines(String path, Source source, int element) {
        String first = "";
        var further = new ArrayList<String>(0);
        int last = source.segment().map(segment -> segment.components(element)).orElse(0);
        for (int component = 1; component <= last; component++) {
            String line = first.isEmpty() ? text(path, source, element, component) : source.text(element, component);
            if (first.isEmpty()) {
                first = line;
            } else if (!line.isEmpty()) {
                further.add(line);
            }
        }
        return further.isEmpty() ? first : first + " " + String.join(" ", further);
    }

    Optional<BigDecimal> decimal(String path, Source source, int element, int component) {
        return optional(path, source, element, component, this::number);
    }

    Optional<Integer> count(String path, Source source, int element, int component) {
        return optional(path, source, element, component, FieldReader::whole);
    }

    Optional<Integer> requiredCount(String path, Source source, int element, int component) {
        return required(path, source, element, component, FieldReader::whole);
    }

    /** The weight of a MEA segment (C174), in kilograms. */
    Optional<BigDecimal> kilograms(String path, Source measurement) {
        return weight(path, measurement, 3, 2, 1);
    }

    /** The weight of a CNT segment (C270), in kilograms. */
    Optional<BigDecimal> totalKilograms(String path, Source total) {
        return weight(path, total, 1, 2, 3);
    }

    private Optional<BigDecimal> weight(String path, Source source, int element, int value, int unit) {
        Optional<BigDecimal> amount = decimal(path, source, element, value);
        String unitCode = source.text(element, unit);
        return switch (unitCode) {
            case "KGM", "" -> amount;
            case "TNE" -> amount.map(KILOGRAMS_PER_TONNE::multiply);
            case "KG", "KGS" -> {
                report(ContentRule.UNIT_ASSUMED, source.place(element, unit), unitCode, "KGM", new Fix("KGM", Certainty.LIKELY));
                yield amount;
            }
            default -> {
                findings.accept(ContentRule.UNIT_UNKNOWN.finding(profile, source.place(element, unit), unitCode, "KGM or TNE",
                        Guess.of(unitCode, WEIGHT_UNITS).map(meant -> new Fix(meant, Certainty.LIKELY))));
                yield Optional.empty();
            }
        };
    }

    /** The date and time of a DTM segment. */
    Optional<Instant> instant(String path, Source date) {
        return format(date, UnaryOperator.identity())
                .flatMap(format -> optional(path, date, 1, 2, value -> format.instant(value, profile.zone())));
    }

    Optional<Instant> requiredInstant(String path, Source date) {
        if (date.text(1, 2).isEmpty()) {
            missing(path, date, 1, 2);
            return Optional.empty();
        }
        Optional<Instant> value = format(date, FieldReader::firm).flatMap(format ->
                read(path, date, 1, 2, text -> format.instant(text, profile.zone()), FieldReader::firm));
        if (value.isEmpty()) {
            gaps++;
        }
        return value;
    }

    Optional<LocalDate> date(String path, Source date) {
        return format(date, UnaryOperator.identity()).flatMap(format -> optional(path, date, 1, 2, format::date));
    }

    private Optional<DateTimeFormat> format(Source date, UnaryOperator<Finding> weight) {
        if (!date.isPresent()) {
            return Optional.empty();
        }
        String code = date.text(1, 3);
        String value = date.text(1, 2);
        Optional<DateTimeFormat> format = DateTimeFormat.of(code, value);
        if (format.isPresent() && format.get().hasLengthOf(value)) {
            return format;
        }
        Optional<DateTimeFormat> meant = DateTimeFormat.meant(value);
        Optional<Fix> fix = meant.map(other -> new Fix(other.code(), Certainty.LIKELY));
        if (format.isEmpty()) {
            findings.accept(weight.apply(ContentRule.DATE_FORMAT_UNKNOWN.finding(profile, date.place(1, 3), code,
                    "one of " + DateTimeFormat.supported(), fix)));
        } else if (meant.isPresent()) {
            findings.accept(ContentRule.DATE_FORMAT_DIFFERS.finding(profile, date.place(1, 3), code, meant.get().said(value), fix));
            return meant;
        }
        return format;
    }

    private BigDecimal number(String text) {
        if (isWhole(text)) {
            return new BigDecimal(text);
        }
        String plain = decimalMark == '.' ? text : swapMarks(text);
        if (NUMBER.matcher(plain).matches()) {
            return new BigDecimal(plain);
        }
        String digits = text.replace('O', '0').replace('o', '0').replace(decimalMark == '.' ? ',' : '.', decimalMark);
        String proposal = NUMBER.matcher(decimalMark == '.' ? digits : swapMarks(digits)).matches() ? digits : "";
        throw new RefusedValueException("NUMBER_FORM", text, "digits with '" + decimalMark + "' as decimal mark", proposal);
    }

    private static String swapMarks(String text) {
        return text.replace('.', '\0').replace(',', '.');
    }

    private static int whole(String text) {
        if (isWhole(text)) {
            return Integer.parseInt(text);
        }
        String digits = text.replace('O', '0').replace('o', '0');
        throw new RefusedValueException("NUMBER_FORM", text, "a whole number of at most 9 digits",
                isWhole(digits) ? digits : "");
    }

    private static boolean isWhole(String text) {
        boolean isOne = !text.isEmpty() && text.length() <= MOST_DIGITS;
        for (int i = 0; isOne && i < text.length(); i++) {
            isOne = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return isOne;
    }
}
