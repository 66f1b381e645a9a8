package io.fairway.connector.gate;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port of its own for a device that only speaks. Who may reach the port is the network's business: it is all that proves the device.
 *
 * @param port 0 picks a free one
 */
public record DevicePort(String lane, String device, DeviceLanguage language, int port) {
    private static final Pattern FORM = Pattern.compile("([A-Z0-9]{2,12}):([A-Z0-9_-]{2,35}):([A-Z0-9_]+):([0-9]{1,5})");

    /**
     * Reads {@code LANE:DEVICE:LANGUAGE:PORT}, separated by commas.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static List<DevicePort> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(each -> !each.isEmpty()).map(DevicePort::one).toList();
    }

    private static DevicePort one(String text) {
        Matcher port = FORM.matcher(text);
        boolean known = port.matches() && Arrays.stream(DeviceLanguage.values()).anyMatch(language -> language.name().equals(port.group(3)));
        if (!known) {
            throw new IllegalArgumentException("Expected LANE:DEVICE:" + Arrays.toString(DeviceLanguage.values()) + ":PORT, found: " + text);
        }
        return new DevicePort(port.group(1), port.group(2), DeviceLanguage.valueOf(port.group(3)), Integer.parseInt(port.group(4)));
    }

    /** How the port is told to whoever connects the device: {@code LANE/DEVICE}. */
    public String name() {
        return lane + "/" + device;
    }
}
