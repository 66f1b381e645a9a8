package io.fairway.contract;

import io.fairway.contract.Release.State;
import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** Redeeming a release at the terminal it names, by the haulier who was nominated and has accepted. */
final class Gate {
    private Gate() {
    }

    static Fields redeem(Act act) {
        Release release = Release.of(act);
        act.requireRole(Role.TERMINAL);
        act.requireActor(release.fields().text("terminal"));
        release.requireRedeemable(act);
        release.requireAcceptedHaulier(act.text("recipient"));
        Release redeemed = release.isBulk() ? part(act, release) : units(act, release);
        return act.write(redeemed.in(redeemed.fields().list("redeemed").equals(redeemed.units()) ? State.REDEEMED : State.ACTIVE).fields());
    }

    private static Release units(Act act, Release release) {
        List<String> units = act.intent().fields().list("units");
        Act.require(!units.isEmpty() && act.find("quantity").isEmpty(), Refusal.UNIT_UNKNOWN, "expected the units that leave");
        Units.redeem(act, release, units);
        return release.with("redeemed", Stream.concat(release.fields().list("redeemed").stream(), units.stream()).sorted().toList())
                .with("lastUnits", units);
    }

    private static Release part(Act act, Release release) {
        Act.require(act.find("quantity").isPresent() && act.find("units").isEmpty(), Refusal.QUANTITY, "expected the commitment to a quantity");
        Release begun = release.with("begun", "yes").with("lastQuantity", act.find("quantity"));
        if (Quantities.take(act) > 0) {
            return begun;
        }
        Units.redeem(act, release, release.units());
        return begun.with("redeemed", release.units());
    }
}
