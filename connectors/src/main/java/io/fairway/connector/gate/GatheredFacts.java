package io.fairway.connector.gate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a customs gate lane gathered: GATHER_INFO of code 0x21 (traditional) and 0x81 (smart gate).
 *
 * @param session SEQ_NO or SESSION_ID, repeated in the answer
 * @param direction {@code I} into the gate, {@code E} out of it
 * @param grossKilograms 0 when not weighed
 */
public record GatheredFacts(String site, String channel, char direction, String session, String plate, List<String> containers, String seal,
                            int grossKilograms) {
    public GatheredFacts {
        containers = List.copyOf(containers);
    }

    /** Reads either generation. */
    public static GatheredFacts read(String xml) throws RefusedReadingException {
        GateXml in = GateXml.read(xml);
        if (!in.root().equals("GATHER_INFO")) {
            throw new RefusedReadingException("NOT_A_READING", "Expected GATHER_INFO");
        }
        return in.value("SESSION_ID").isPresent() ? smart(in) : traditional(in);
    }

    private static GatheredFacts smart(GateXml in) throws RefusedReadingException {
        return new GatheredFacts(in.must("AREA_ID"), in.must("CHNL_NO"), direction(in.must("I_E_FLAG")), in.must("SESSION_ID"),
                in.value("VE_LICENSE_NO").orElse(""), in.all("CONTA_ID"), in.value("ESEAL_ID").orElse(""),
                kilograms(in.value("GROSS_WT").orElse("0")));
    }

    private static GatheredFacts traditional(GateXml in) throws RefusedReadingException {
        List<String> containers = Stream.of(in.value("CONTA/CONTA_ID_F"), in.value("CONTA/CONTA_ID_B"))
                .flatMap(Optional::stream).toList();
        return new GatheredFacts(in.must("@AREA_ID"), in.must("@CHNL_NO"), direction(in.must("@I_E_TYPE")), in.must("@SEQ_NO"),
                in.value("CAR/VE_NAME").orElse(""), containers, in.value("SEAL/ESEAL_ID").orElse(""),
                kilograms(in.value("WEIGHT/GROSS_WT").orElse("0")));
    }

    private static char direction(String text) throws RefusedReadingException {
        if (text.equals("I") || text.equals("E")) {
            return text.charAt(0);
        }
        throw new RefusedReadingException("NOT_A_READING", "Expected I or E as direction");
    }

    private static int kilograms(String text) throws RefusedReadingException {
        if (text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
            return (int) Math.round(Double.parseDouble(text));
        }
        throw new RefusedReadingException("NOT_A_READING", "Expected a mass in kilograms");
    }

    /** The answer 0x22: a status word of 20 characters (annex B) and a hint for the operator. */
    public String commandInfo(StatusWord status, String hint) {
        return """
                <?xml version="1.0" encoding="UTF-8"?><COMMAND_INFO AREA_ID="%s" CHNL_NO="%s" I_E_TYPE="%s" SEQ_NO="%s">\
                <CHECK_RESULT>%s</CHECK_RESULT><OP_HINT>%s</OP_HINT></COMMAND_INFO>"""
                .formatted(escaped(site), escaped(channel), direction, escaped(session), status.text(), escaped(hint));
    }

    /** The answer 0x82: Y pass, N alarm, M to be looked at by people; a hint for operator and display. */
    public String feedback(FeedbackResult result, String time, String hint) {
        return """
                <?xml version="1.0" encoding="UTF-8"?><GATHER_FEEDBACK><AREA_ID>%s</AREA_ID><CHNL_NO>%s</CHNL_NO><SESSION_ID>%s</SESSION_ID>\
                <FEEDBACK_TIME>%s</FEEDBACK_TIME><CHECK_RESULT>%s</CHECK_RESULT><OP_HINT>%s</OP_HINT><LED_HINT>%s</LED_HINT>\
                </GATHER_FEEDBACK>""".formatted(escaped(site), escaped(channel), escaped(session), time,
                result.name().substring(0, 1).toUpperCase(Locale.ROOT), escaped(hint), escaped(hint));
    }

    /** Results of a smart gate's question; the first letter stands in the message. */
    public enum FeedbackResult {
        YES, NO, MANUAL
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
