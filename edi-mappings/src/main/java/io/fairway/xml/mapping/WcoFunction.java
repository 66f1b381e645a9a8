package io.fairway.xml.mapping;

import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.id.RefusedValueException;
import io.fairway.xml.FieldReader;
import java.util.Optional;

/**
 * Function and direction of a declaration. {@code FunctionCode} 9 is an original with type {@code IMA} or {@code EXA}; 13 is a
 * request about an earlier declaration, type {@code COR} to change or {@code INV} to cancel it. Replacing, deleting, and telling it
 * again with the documents that customs asked for (response) are not in the profile and are told from these by
 * {@link WcoStatement#FUNCTION}.
 */
final class WcoFunction {
    private static final String ORIGINAL = "9";
    private static final String REQUEST = "13";
    private static final String INVALIDATION = "INV";

    private WcoFunction() {
    }

    static Optional<DocumentFunction> read(FieldReader fields) {
        Optional<DocumentFunction> stated = WcoStatement.FUNCTION.read(fields, "function", WcoFunction::stated);
        String type = fields.marker("TypeCode");
        Optional<DocumentFunction> coded = fields.required("function", "FunctionCode", code -> switch (code) {
            case ORIGINAL -> DocumentFunction.ORIGINAL;
            case REQUEST -> type.equals(INVALIDATION) ? DocumentFunction.CANCEL : DocumentFunction.CHANGE;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "function 9 original or 13 request");
        });
        return coded.flatMap(function -> stated.or(() -> Optional.of(function)));
    }

    private static DocumentFunction stated(String value) {
        return switch (value) {
            case "REPLACE" -> DocumentFunction.REPLACE;
            case "DELETE" -> DocumentFunction.DELETE;
            case "RESPONSE" -> DocumentFunction.RESPONSE;
            default -> throw new RefusedValueException("CODE_UNKNOWN", value, "REPLACE, DELETE or RESPONSE");
        };
    }

    /**
     * The type's first two letters, or the statement, or the requested procedure (1 to 3 are exports in the Union's and
     * in national series alike), or import, as a cancellation need not say it.
     */
    static Direction direction(FieldReader fields, FieldReader shipment) {
        Optional<Direction> stated = WcoStatement.DIRECTION.read(fields, "direction", value -> switch (value) {
            case "IMPORT" -> Direction.IMPORT;
            case "EXPORT" -> Direction.EXPORT;
            default -> throw new RefusedValueException("CODE_UNKNOWN", value, "IMPORT or EXPORT");
        });
        if (stated.isPresent()) {
            return stated.get();
        }
        String type = fields.text("direction", "TypeCode");
        String procedure = shipment.peek("GovernmentAgencyGoodsItem/GovernmentProcedure/CurrentCode");
        boolean isRequest = fields.peek("FunctionCode").equals(REQUEST);
        boolean isExport = type.startsWith("EX") || isRequest && procedure.matches("[123].*");
        return isExport ? Direction.EXPORT : Direction.IMPORT;
    }

    static String functionCode(DocumentFunction function) {
        return switch (function) {
            case ORIGINAL -> ORIGINAL;
            case CHANGE, REPLACE, CANCEL, DELETE, RESPONSE -> REQUEST;
        };
    }

    static String typeCode(DocumentFunction function, Direction direction) {
        return switch (function) {
            case ORIGINAL -> direction == Direction.IMPORT ? "IMA" : "EXA";
            case CHANGE, REPLACE, RESPONSE -> "COR";
            case CANCEL, DELETE -> INVALIDATION;
        };
    }

    /** What the statement says; empty when code and type say it all. */
    static String statement(DocumentFunction function) {
        return switch (function) {
            case REPLACE, DELETE, RESPONSE -> function.name();
            case ORIGINAL, CHANGE, CANCEL -> "";
        };
    }
}
