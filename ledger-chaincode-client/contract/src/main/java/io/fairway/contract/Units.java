package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.util.List;
import java.util.Optional;

/** Which release has which unit (HMAC of carrier, bill and container, or of carrier, bill and "bulk"): none is released or redeemed twice. */
final class Units {
    private static final String TYPE = "unit";
    private static final String PARTLY = "partly";

    private Units() {
    }

    /**
     * Takes units for a new release.
     *
     * @return the release that had a part of this quantity taken before it ended, if there is one
     */
    static Optional<Subject> take(Act act, List<String> units) {
        Optional<Subject> begun = Optional.empty();
        for (String unit : units) {
            Optional<Fields> taken = act.world().find(TYPE, List.of(act.actor(), unit));
            Act.require(taken.isEmpty() || taken.get().says("state", PARTLY), Refusal.UNIT_TAKEN);
            if (taken.isPresent()) {
                begun = Optional.of(new Subject(taken.get().text("release")));
            }
            act.world().put(TYPE, List.of(act.actor(), unit), Fields.none().with("release", act.subject().text()).with("state", "released"));
        }
        return begun;
    }

    /** Units that were not redeemed may be released anew; of a quantity only what is left. */
    static void free(Act act, Release release) {
        for (String unit : release.units()) {
            if (release.fields().says("begun", "yes")) {
                act.world().put(TYPE, List.of(release.issuer(), unit), Fields.none().with("release", act.subject().text()).with("state", PARTLY));
            } else if (!release.fields().list("redeemed").contains(unit)) {
                act.world().delete(TYPE, List.of(release.issuer(), unit));
            }
        }
    }

    static void redeem(Act act, Release release, List<String> units) {
        for (String unit : units) {
            Act.require(release.units().contains(unit), Refusal.UNIT_UNKNOWN);
            Act.require(!release.fields().list("redeemed").contains(unit), Refusal.UNIT_TAKEN);
            act.world().put(TYPE, List.of(release.issuer(), unit), Fields.none().with("release", act.subject().text()).with("state", "redeemed"));
        }
    }
}
