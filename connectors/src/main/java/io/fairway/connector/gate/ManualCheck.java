package io.fairway.connector.gate;

/**
 * What a customs officer decided at the gate (MANUAL_CHECK, code 0x85).
 *
 * @param result 1 pass, 2 alarm and to inspection, 3 refused and sent back
 */
public record ManualCheck(String site, String channel, String session, Result result, String comment, String officer) {

    /** The officer's decision. */
    public enum Result {
        PASS, TO_INSPECTION, REFUSED
    }

    /** Reads the message. */
    public static ManualCheck read(String xml) throws RefusedReadingException {
        GateXml in = GateXml.read(xml);
        if (!in.root().equals("MANUAL_CHECK")) {
            throw new RefusedReadingException("NOT_A_READING", "Expected MANUAL_CHECK");
        }
        Result result = switch (in.must("CHECK_RESULT")) {
            case "1" -> Result.PASS;
            case "2" -> Result.TO_INSPECTION;
            case "3" -> Result.REFUSED;
            default -> throw new RefusedReadingException("NOT_A_READING", "Expected CHECK_RESULT 1, 2 or 3");
        };
        return new ManualCheck(in.must("AREA_ID"), in.must("CHNL_NO"), in.must("SESSION_ID"), result, in.value("COMMENT").orElse(""),
                in.must("OPERATOR_ID"));
    }
}
