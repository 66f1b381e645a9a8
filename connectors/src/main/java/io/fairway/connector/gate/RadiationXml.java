package io.fairway.connector.gate;

import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import java.util.EnumSet;
import java.util.Set;

/** Radiation measurements as ANSI N42.42 XML: alarms by category, gross counts of the background. */
public final class RadiationXml {

    private RadiationXml() {
    }

    /** @throws RefusedReadingException when it is not a {@code RadInstrumentData} with a measurement in it */
    public static RadiationSeen read(String xml) throws RefusedReadingException {
        GateXml document = GateXml.read(xml);
        if (!document.root().equals("RadInstrumentData") || document.all("RadMeasurement/MeasurementClassCode").isEmpty()) {
            throw new RefusedReadingException("NOT_A_READING", "Expected RadInstrumentData with a RadMeasurement");
        }
        Set<RadiationSign> signs = EnumSet.noneOf(RadiationSign.class);
        for (String category : document.all("RadMeasurement/RadAlarm/RadAlarmCategoryCode")) {
            signs.add(sign(category));
        }
        for (String category : document.all("DerivedData/RadAlarm/RadAlarmCategoryCode")) {
            signs.add(sign(category));
        }
        int counts = document.value("RadMeasurement/GrossCounts/CountData").map(RadiationXml::firstNumber).orElse(0);
        return new RadiationSeen(signs, counts);
    }

    /** An alarm of a category that is not known is an alarm. */
    private static RadiationSign sign(String category) {
        return switch (category) {
            case "Neutron" -> RadiationSign.NEUTRON_ALARM;
            case "Fault" -> RadiationSign.FAULT;
            default -> RadiationSign.GAMMA_ALARM;
        };
    }

    private static int firstNumber(String counts) {
        String first = counts.split("\\s", 2)[0];
        return first.matches("[0-9]{1,8}") ? Integer.parseInt(first) : 0;
    }
}
