package io.fairway.clearance.gate;

import io.fairway.document.gate.Observation.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A lane as it is registered.
 *
 * @param lane for example {@code OUT03}
 * @param terminal whose gate it is
 */
public record LaneProfile(String lane, String terminal, Direction direction, LaneKind kind) {

    /** Seen from the terminal. */
    public enum Direction {
        IN, OUT
    }

    /** Kinds of lanes (HS/T 82-2024, 6.3). */
    public enum LaneKind {
        /** 多混合验放: everything is looked at here. */
        MIXED,
        /** 运抵直通: arriving export goods go through; driver, placards and size are looked at in the yard. */
        ARRIVAL_DIRECT,
        /** 分流式查验: what does not agree goes to the inspection lane instead of blocking this one. */
        SPLIT_INSPECTION
    }

    /** The rules that must pass here; a rule that is not demanded still counts when its facts are there. */
    public Set<GateRule> demanded() {
        Set<GateRule> rules = EnumSet.allOf(GateRule.class);
        if (direction == Direction.OUT) {
            rules.remove(GateRule.BOOKING);
        } else {
            rules.remove(GateRule.RELEASE);
        }
        if (kind == LaneKind.ARRIVAL_DIRECT) {
            rules.removeAll(Set.of(GateRule.DRIVER, GateRule.DANGEROUS_GOODS, GateRule.SIZE_TYPE));
        }
        return rules;
    }

    /** What must have been observed before a decision is made without waiting any longer. */
    public Set<Kind> awaited() {
        Set<Kind> kinds = EnumSet.of(Kind.PLATE, Kind.CONTAINERS, Kind.SEAL, Kind.WEIGHT, Kind.RADIATION, Kind.DRIVER);
        if (kind == LaneKind.ARRIVAL_DIRECT) {
            kinds.remove(Kind.DRIVER);
        }
        return kinds;
    }
}
