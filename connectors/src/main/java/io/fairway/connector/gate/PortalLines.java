package io.fairway.connector.gate;

import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text lines of a radiation portal: two letters, and four counters. GB and NB background, GS and NS a vehicle is in it, GA and NA alarm,
 * GH, GL and NH fault, TT and TC tamper, GX the vehicle has gone. An alarm is said at once, the all-clear only with GX. Further tags
 * (speed, settings) say that the portal lives.
 */
public final class PortalLines implements DeviceDecoder {
    private static final int LONGEST_LINE = 256;
    private static final Pattern COUNTERS = Pattern.compile("[A-Z][A-Z0-9]{1,2}(,[0-9]{6}){4}(,[0-9.-]+)?");
    private static final Pattern OTHER = Pattern.compile("(SP|SG[1-3]|SN[12])(,.{0,80})?|T[TC](,.{0,80})?");
    private static final int PANELS = 4;

    private final StringBuilder line = new StringBuilder();
    private final Set<RadiationSign> occupancy = EnumSet.noneOf(RadiationSign.class);
    private final Set<RadiationSign> lasting = EnumSet.noneOf(RadiationSign.class);
    private int background;

    @Override
    public List<Decoded> feed(byte[] bytes, Instant now) {
        List<Decoded> decoded = new ArrayList<>();
        for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (c == '\n') {
                decoded.add(read(line.toString().strip()));
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append(c);
            }
        }
        return decoded;
    }

    private Decoded read(String text) {
        if (!COUNTERS.matcher(text).matches() && !OTHER.matcher(text).matches()) {
            return new Decoded.Broken("expected two letters and four counters of six digits");
        }
        return switch (text.substring(0, 2)) {
            case "GB" -> background(text);
            case "GA" -> alarm(RadiationSign.GAMMA_ALARM);
            case "NA" -> alarm(RadiationSign.NEUTRON_ALARM);
            case "GH", "GL", "NH" -> lasts(RadiationSign.FAULT);
            case "TT" -> lasts(RadiationSign.TAMPER);
            case "TC" -> ends(RadiationSign.TAMPER);
            case "GX" -> gone();
            default -> new Decoded.Alive();
        };
    }

    /** Background in range again ends a fault. */
    private Decoded background(String text) {
        background = Arrays.stream(text.split(",", -1)).skip(1).limit(PANELS).mapToInt(Integer::parseInt).sum() / PANELS;
        return ends(RadiationSign.FAULT);
    }

    private Decoded alarm(RadiationSign sign) {
        return occupancy.add(sign) ? seen() : new Decoded.Alive();
    }

    private Decoded lasts(RadiationSign sign) {
        return lasting.add(sign) ? seen() : new Decoded.Alive();
    }

    private Decoded ends(RadiationSign sign) {
        lasting.remove(sign);
        return new Decoded.Alive();
    }

    private Decoded gone() {
        Decoded seen = seen();
        occupancy.clear();
        return seen;
    }

    private Decoded seen() {
        Set<RadiationSign> signs = EnumSet.noneOf(RadiationSign.class);
        signs.addAll(occupancy);
        signs.addAll(lasting);
        return new Decoded.Observed(new RadiationSeen(signs, background));
    }
}
