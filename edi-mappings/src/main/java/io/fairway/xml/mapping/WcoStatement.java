package io.fairway.xml.mapping;

import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlOutput;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the DMS profile has no element for, or too short a one, is said in {@code AdditionalInformation}: one of these codes as
 * {@code StatementCode} and the value as {@code StatementDescription} (at most 512 characters). Receivers that do not know a
 * code may show the text.
 */
enum WcoStatement {
    /** Declaration: number of the amendment, when not 1. */
    VERSION,
    /** Declaration: {@code REPLACE}, {@code DELETE} or {@code RESPONSE}, which function code and type cannot tell from the others. */
    FUNCTION,
    /** Declaration: {@code IMPORT} or {@code EXPORT}, where the type code is taken by {@code COR} or {@code INV}. */
    DIRECTION,
    /** Declaration: requested procedure of a declaration without items. */
    PROCEDURE,
    /** Declaration: voyage number. */
    VOYAGE,
    /** Declaration: what the ship is known by where it is neither an IMO number nor a short name, as {@code callsign:VRAB5}. */
    SHIP,
    /** Declaration: name of the ship when longer than 35 characters. */
    SHIP_NAME,
    /** Declaration: expected day of arrival, {@code yyyyMMdd}. */
    ARRIVAL,
    /** Declaration: UN/LOCODE of the port of discharge of an export. */
    DISCHARGE,
    /** Declaration: type of all packages together. */
    PACKAGE_TYPE,
    /** Declaration: terms of delivery that are not three letters. */
    TERMS,
    /** Response: a bill meant. */
    BILL,
    /** Response: a container meant; none means all. */
    CONTAINER,
    /** Response: id of the hold or examination order. */
    HOLD,
    /** Response: customs release number. */
    RELEASE,
    /** Response: where the examination is to be, {@code PORT}, {@code DESTINATION} or {@code BOTH}. */
    PLACE,
    /** Response: a reason that does not fit {@code Error}: {@code code|pointer|text}. */
    REASON;

    private static final int CODE_LIMIT = 17;
    private static final int TEXT_LIMIT = 512;

    String code() {
        return name().replace('_', '-');
    }

    /** Whether a statement of a response with this code is a value of its own, and not a reason. */
    static boolean isValueOfResponse(String code) {
        return Stream.of(BILL, CONTAINER, HOLD, RELEASE, PLACE).anyMatch(known -> known.code().equals(code));
    }

    /** The first statement with this code. */
    <T> Optional<T> read(FieldReader fields, String member, Function<String, T> wrap) {
        return read(fields, code(), member, wrap);
    }

    static <T> Optional<T> read(FieldReader fields, String code, String member, Function<String, T> wrap) {
        for (FieldReader statement : fields.each("AdditionalInformation")) {
            if (statement.peek("StatementCode").equals(code)) {
                statement.marker("StatementCode");
                return statement.value(member, "StatementDescription", wrap);
            }
        }
        return Optional.empty();
    }

    /** The text of the first statement with a code, without taking it; empty when there is none. */
    static String peek(FieldReader fields, String code) {
        return fields.each("AdditionalInformation").stream().filter(statement -> statement.peek("StatementCode").equals(code))
                .findFirst().map(statement -> statement.peek("StatementDescription")).orElse("");
    }

    void write(XmlOutput xml, String path, String value) {
        write(xml, code(), path, value);
    }

    /** Writes nothing when the value is empty. */
    static void write(XmlOutput xml, String code, String path, String value) {
        if (!value.isBlank()) {
            xml.open("AdditionalInformation")
                    .leaf(path, "StatementCode", code, CODE_LIMIT)
                    .leaf(path, "StatementDescription", value, TEXT_LIMIT)
                    .close();
        }
    }
}
