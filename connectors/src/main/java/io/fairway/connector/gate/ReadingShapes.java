package io.fairway.connector.gate;

import io.fairway.document.gate.Observation;
import io.fairway.document.gate.Observation.BarrierMoved;
import io.fairway.document.gate.Observation.BarrierPosition;
import io.fairway.document.gate.Observation.ContainersSeen;
import io.fairway.document.gate.Observation.DriverSeen;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.Passing;
import io.fairway.document.gate.Observation.PlateSeen;
import io.fairway.document.gate.Observation.Position;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import io.fairway.document.gate.Observation.SealSeen;
import io.fairway.document.gate.Observation.SealState;
import io.fairway.document.gate.Observation.SeenContainer;
import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.TagSeen;
import io.fairway.document.gate.Observation.WeightSeen;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members each kind of reading has. What must be there and is not is refused: a missing alarm flag is not "no alarm". */
final class ReadingShapes {
    private static final int MOST_CONTAINERS = 4;
    private static final int MOST_KILOGRAMS = 200_000;

    private final Map<String, Object> members;

    ReadingShapes(Map<String, Object> members) {
        this.members = members;
    }

    /** @throws IllegalArgumentException with what was expected */
    Observation observation() {
        return switch (text("kind")) {
            case "lpr" -> new PlateSeen(text("plate"), confidence(members));
            case "rfid" -> new TagSeen(text("epc"), optional("plate"));
            case "ocr" -> new ContainersSeen(containers());
            case "eseal" -> new SealSeen(optional("container"), text("sealId"), SealState.valueOf(text("state")));
            case "weight" -> weight();
            case "radiation" -> radiation();
            case "driver" -> new DriverSeen(text("driver"));
            case "loop" -> new LoopChanged(Passing.valueOf(text("state")));
            case "barrier" -> new BarrierMoved(BarrierPosition.valueOf(text("state")));
            default -> throw new IllegalArgumentException("a known kind of reading");
        };
    }

    private Observation weight() {
        long gross = number(members, "grossKg").longValue();
        if (gross < -MOST_KILOGRAMS || gross > MOST_KILOGRAMS) {
            throw new IllegalArgumentException("grossKg within the range of a weighbridge");
        }
        return new WeightSeen((int) gross, flag("stable") ? Steadiness.STEADY : Steadiness.MOVING);
    }

    private Observation radiation() {
        Set<RadiationSign> signs = EnumSet.noneOf(RadiationSign.class);
        if (flag("gammaAlarm")) {
            signs.add(RadiationSign.GAMMA_ALARM);
        }
        if (flag("neutronAlarm")) {
            signs.add(RadiationSign.NEUTRON_ALARM);
        }
        if (flag("tamper")) {
            signs.add(RadiationSign.TAMPER);
        }
        if (members.containsKey("fault") && flag("fault")) {
            signs.add(RadiationSign.FAULT);
        }
        return new RadiationSeen(signs, number(members, "gammaBackground").intValue());
    }

    private List<SeenContainer> containers() {
        if (!(members.get("containers") instanceof List<?> list) || list.size() > MOST_CONTAINERS) {
            throw new IllegalArgumentException("containers, at most " + MOST_CONTAINERS);
        }
        List<SeenContainer> containers = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("an object per container");
            }
            containers.add(new SeenContainer(position(string(map, "position")), string(map, "number"),
                    map.containsKey("sizeType") ? string(map, "sizeType") : "", confidence(map), placards(map)));
        }
        return containers;
    }

    private static Position position(String letter) {
        return switch (letter) {
            case "F" -> Position.FRONT;
            case "B", "R" -> Position.REAR;
            case "W" -> Position.WHOLE;
            default -> throw new IllegalArgumentException("position F, R or W");
        };
    }

    private static Set<String> placards(Map<?, ?> container) {
        Set<String> placards = new HashSet<>();
        if (container.get("placards") instanceof List<?> list) {
            list.forEach(each -> placards.add(String.valueOf(each)));
        }
        return placards;
    }

    private String text(String name) {
        return string(members, name);
    }

    private String optional(String name) {
        return members.containsKey(name) ? text(name) : "";
    }

    private boolean flag(String name) {
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException(name + " true or false");
    }

    private static double confidence(Map<?, ?> map) {
        double confidence = number(map, "confidence").doubleValue();
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence from 0 to 1");
        }
        return confidence;
    }

    private static Number number(Map<?, ?> map, String name) {
        if (map.get(name) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException(name + " as a number");
    }

    private static String string(Map<?, ?> map, String name) {
        if (map.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(name + " as text");
    }
}
