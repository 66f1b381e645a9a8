package io.fairway.xml.mapping;

import io.fairway.document.id.RefusedValueException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Numbers and times as the XML forms write them. */
final class XmlValues {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,9})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final DateTimeFormatter DAY = strict("uuuuMMdd");
    private static final DateTimeFormatter MINUTE = strict("uuuuMMddHHmm");
    private static final DateTimeFormatter SECOND = strict("uuuuMMddHHmmss");
    private static final DateTimeFormatter MILLISECOND = strict("uuuuMMddHHmmssSSS");
    private static final DateTimeFormatter ZONED_SECOND = strict("uuuuMMddHHmmssX");

    private XmlValues() {
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A number without sign, at most 18 digits before and 9 after the point. */
    static BigDecimal decimal(String value) {
        if (!DECIMAL.matcher(value).matches()) {
            throw new RefusedValueException("NUMBER_FORM", value, "a number with digits and at most one point");
        }
        return new BigDecimal(value);
    }

    /** A whole number without sign, at most nine digits. */
    static int count(String value) {
        if (!COUNT.matcher(value).matches()) {
            throw new RefusedValueException("NUMBER_FORM", value, "a whole number of at most nine digits");
        }
        return Integer.parseInt(value);
    }

    /** A local time {@code yyyyMMdd[HHmm[ss[SSS]]]} in a zone. */
    static Function<String, Instant> localTime(ZoneId zone) {
        return value -> {
            try {
                LocalDateTime time = switch (value.length()) {
                    case 8 -> LocalDate.parse(value, DAY).atStartOfDay();
                    case 12 -> LocalDateTime.parse(value, MINUTE);
                    case 14 -> LocalDateTime.parse(value, SECOND);
                    default -> LocalDateTime.parse(value, MILLISECOND);
                };
                return time.atZone(zone).toInstant();
            } catch (DateTimeException e) {
                throw impossible(value, "a date and time that exists, as yyyyMMddHHmmss");
            }
        };
    }

    static String writtenLocally(Instant time, ZoneId zone) {
        return SECOND.format(time.atZone(zone));
    }

    static String writtenLocallyInMilliseconds(Instant time, ZoneId zone) {
        return MILLISECOND.format(time.atZone(zone));
    }

    /** A WCO time: format code 304 {@code yyyyMMddHHmmss} with {@code Z} or an offset, or 102 {@code yyyyMMdd} (start of day in the zone). */
    static Function<String, Instant> zonedTime(ZoneId zone) {
        return value -> {
            try {
                return value.length() == 8 ? LocalDate.parse(value, DAY).atStartOfDay(zone).toInstant()
                        : OffsetDateTime.parse(value, ZONED_SECOND).toInstant();
            } catch (DateTimeException e) {
                throw impossible(value, "a date and time that exists, as yyyyMMddHHmmssZ or yyyyMMdd");
            }
        };
    }

    static String writtenZoned(Instant time) {
        return ZONED_SECOND.format(time.atOffset(ZoneOffset.UTC));
    }

    /** The date of a WCO time, whatever the time of day is. */
    static LocalDate date(String value) {
        try {
            return LocalDate.parse(value.length() > 8 ? value.substring(0, 8) : value, DAY);
        } catch (DateTimeException e) {
            throw impossible(value, "a date that exists, as yyyyMMdd");
        }
    }

    static String written(LocalDate date) {
        return DAY.format(date);
    }

    private static RefusedValueException impossible(String value, String expected) {
        return new RefusedValueException("DATE_IMPOSSIBLE", value, expected);
    }
}
