package io.fairway.edifact.mapping;

import io.fairway.document.id.RefusedValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The date and time formats read here (EDIFACT 2379). Two-digit years mean 2000 to 2099. A format without a zone means local time
 * in the zone of the reading profile; 303 carries {@code UTC}, {@code GMT} or an offset in hours such as {@code +08}.
 */
enum DateTimeFormat {
    YYMMDD("101", 6, "YYMMDD"),
    CCYYMMDD("102", 8, "CCYYMMDD"),
    YYMMDDHHMM("201", 10, "YYMMDDHHMM"),
    CCYYMMDDHHMM("203", 12, "CCYYMMDDHHMM"),
    CCYYMMDDHHMMSS("204", 14, "CCYYMMDDHHMMSS"),
    CCYYMMDDHHMMZZZ("303", 12, "CCYYMMDDHHMMZZZ");

    private static final int CENTURY = 2000;
    private static final Map<String, DateTimeFormat> OF_CODE = new HashMap<>();
    private static final Map<Integer, DateTimeFormat> OF_LENGTH = new HashMap<>();

    static {
        for (DateTimeFormat format : values()) {
            OF_CODE.put(format.code, format);
            OF_LENGTH.putIfAbsent(format.length, format);
        }
    }

    private final String code;
    private final int length;
    private final String picture;

    /** @param length of the digits, a zone left out */
    DateTimeFormat(String code, int length, String picture) {
        this.code = code;
        this.picture = picture;
        this.length = length;
    }

    static Optional<DateTimeFormat> of(String code) {
        return Optional.ofNullable(OF_CODE.get(code));
    }

    /** The format of the code; where the document does not say one, that which has as many digits as the value. */
    static Optional<DateTimeFormat> of(String code, String value) {
        return code.isEmpty() ? Optional.ofNullable(OF_LENGTH.get(value.length())) : of(code);
    }

    /** The formats read here, as a finding names them. */
    static String supported() {
        return String.join(", ", Arrays.stream(values()).map(format -> format.code).toList());
    }

    /** The one format in which the value is a date. */
    static Optional<DateTimeFormat> meant(String value) {
        var formats = Arrays.stream(values()).filter(format -> format != CCYYMMDDHHMMZZZ && format.isDate(value)).toList();
        return formats.size() == 1 ? Optional.of(formats.getFirst()) : Optional.empty();
    }

    String code() {
        return code;
    }

    /** Whether the value has as many characters as the format, the zone of 303 left out or not. */
    boolean hasLengthOf(String value) {
        return value.length() == length || this == CCYYMMDDHHMMZZZ && value.length() == picture.length();
    }

    /** What a finding says of a value in this format. */
    String said(String value) {
        return code + ", as " + value + " is " + picture;
    }

    private boolean isDate(String value) {
        try {
            parse(value);
            return true;
        } catch (DateTimeException other) {
            return false;
        }
    }

    /** The local date of the value. */
    LocalDate date(String value) {
        return local(value).toLocalDate();
    }

    /** The instant of the value; a date alone means its first moment. */
    Instant instant(String value, ZoneId zone) {
        ZoneId effective = this == CCYYMMDDHHMMZZZ ? zoneOf(value) : zone;
        return local(value).atZone(effective).toInstant();
    }

    /** The local time in the shortest format that loses nothing down to the second: format code and value. */
    static String[] write(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        DateTimeFormat format = local.getSecond() == 0 ? CCYYMMDDHHMM : CCYYMMDDHHMMSS;
        return new String[] {digits(local).substring(0, format.length), format.code};
    }

    static String[] write(LocalDate date) {
        return new String[] {digits(date.atStartOfDay()).substring(0, CCYYMMDD.length), CCYYMMDD.code};
    }

    /** Fourteen of them, from the year to the second. */
    private static String digits(LocalDateTime local) {
        var digits = new StringBuilder(CCYYMMDDHHMMSS.length);
        append(digits, local.getYear(), 4);
        for (int part : new int[] {local.getMonthValue(), local.getDayOfMonth(), local.getHour(), local.getMinute(), local.getSecond()}) {
            append(digits, part, 2);
        }
        return digits.toString();
    }

    private static void append(StringBuilder digits, int number, int width) {
        digits.repeat('0', width - Integer.toString(number).length()).append(number);
    }

    private LocalDateTime local(String value) {
        String digits = this == CCYYMMDDHHMMZZZ && value.length() == 15 ? value.substring(0, 12) : value;
        try {
            return parse(digits);
        } catch (DateTimeException impossible) {
            throw new RefusedValueException("DATE_IMPOSSIBLE", value, "a date as " + picture, proposal(value));
        }
    }

    /** @throws DateTimeException when the digits are not as many as the format has, or name no moment */
    private LocalDateTime parse(String digits) {
        if (digits.length() != length) {
            throw new DateTimeException("not " + length + " digits");
        }
        int yearDigits = picture.startsWith("CC") ? 4 : 2;
        int year = number(digits, 0, yearDigits) + (yearDigits == 2 ? CENTURY : 0);
        return LocalDateTime.of(year, number(digits, yearDigits, 2), number(digits, yearDigits + 2, 2), number(digits, yearDigits + 4, 2),
                number(digits, yearDigits + 6, 2), number(digits, yearDigits + 8, 2));
    }

    /** The number that so many digits say; 0 behind the last one. */
    private static int number(String digits, int from, int count) {
        if (from >= digits.length()) {
            return 0;
        }
        int number = 0;
        for (int i = from; i < from + count; i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new DateTimeException("not a digit");
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /** What was most likely meant: letters for digits, separators between them, or day and month the wrong way round. */
    private String proposal(String value) {
        String digits = value.replace('O', '0').replace('o', '0').replace('I', '1').replace('l', '1').replaceAll("[-:/. T]", "");
        return !digits.equals(value) && isDate(digits) ? digits : dayAndMonthSwapped(value);
    }

    /** The value with day and month the other way round, when that is a date; empty otherwise. */
    private String dayAndMonthSwapped(String value) {
        int month = picture.indexOf("MM");
        if (value.length() != picture.length()) {
            return "";
        }
        String swapped = value.substring(0, month) + value.substring(month + 2, month + 4) + value.substring(month, month + 2)
                + value.substring(month + 4);
        try {
            parse(this == CCYYMMDDHHMMZZZ ? swapped.substring(0, 12) : swapped);
            return swapped;
        } catch (DateTimeException neither) {
            return "";
        }
    }

    private static ZoneId zoneOf(String value) {
        String zone = value.length() == 15 ? value.substring(12) : "";
        try {
            return switch (zone) {
                case "UTC", "GMT" -> ZoneOffset.UTC;
                default -> ZoneOffset.of(zone);
            };
        } catch (DateTimeException unknown) {
            throw new RefusedValueException("DATE_IMPOSSIBLE", value, "a zone of UTC, GMT or an offset in hours such as +08");
        }
    }
}
