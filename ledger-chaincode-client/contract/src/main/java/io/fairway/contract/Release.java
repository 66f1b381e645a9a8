package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Intent;
import io.fairway.contract.intent.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The record of a release, read: the right to take cargo out of a terminal. It is held by a party; there is no PIN. */
record Release(Fields fields) {
    /** Where a release stands. */
    enum State {
        /** Can be moved, held and redeemed. */
        ACTIVE,
        /** Everything was taken. */
        REDEEMED,
        /** Taken back by carrier or authority; what was redeemed before stays redeemed. */
        REVOKED,
        /** Its validity has passed by the ledger's clock. */
        EXPIRED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Release of(Act act) {
        return new Release(act.existing());
    }

    String issuer() {
        return fields.text("issuer");
    }

    String holder() {
        return fields.text("holder");
    }

    List<String> units() {
        return fields.list("units");
    }

    List<String> holds() {
        return fields.list("holds");
    }

    List<String> conditions() {
        return fields.list("conditions");
    }

    boolean isBulk() {
        return fields.find("quantity").isPresent();
    }

    Instant validUntil() {
        return Intent.moment(fields.text("validUntil"));
    }

    void requireActive() {
        Act.require(fields.says("state", State.ACTIVE.word()), Refusal.STATE, "the release is " + fields.text("state"));
    }

    void requireUnexpired(Act act) {
        Act.require(!act.time().now().isAfter(validUntil()), Refusal.DEADLINE, "the release has expired");
    }

    /** Redemption needs: valid now, no hold, no open condition, no charges due. */
    void requireRedeemable(Act act) {
        requireActive();
        requireUnexpired(act);
        Act.require(!act.time().claimed().isBefore(Intent.moment(fields.text("validFrom"))), Refusal.DEADLINE, "the release is not valid yet");
        Act.require(holds().isEmpty(), Refusal.HELD);
        Act.require(conditions().isEmpty(), Refusal.CONDITION);
        Act.require(fields.says("charges", "settled"), Refusal.CHARGES);
    }

    void requireAcceptedHaulier(String haulier) {
        Act.require(fields.says("haulier", haulier) && fields.says("haulierState", "accepted"), Refusal.HAULIER);
    }

    Release in(State state) {
        return with("state", Optional.of(state.word()));
    }

    Release with(String name, Optional<String> value) {
        return new Release(fields.with(name, value));
    }

    Release with(String name, String value) {
        return with(name, Optional.of(value));
    }

    Release with(String name, List<String> values) {
        return new Release(fields.with(name, values));
    }

    Release without(String... names) {
        return new Release(fields.without(names));
    }

    /** A list with one more, in order. */
    static List<String> plus(List<String> values, String value) {
        return Stream.concat(values.stream(), Stream.of(value)).sorted().distinct().toList();
    }

    /** A list with one less. */
    static List<String> minus(List<String> values, String value) {
        return values.stream().filter(each -> !each.equals(value)).toList();
    }
}
