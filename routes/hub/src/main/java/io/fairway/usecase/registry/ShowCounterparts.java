package io.fairway.usecase.registry;

import io.fairway.usecase.DeliveryHours;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.view.CounterpartView;
import io.fairway.usecase.view.Slice;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom the hub tells things, how, and how that goes: what the operator looks at. */
public final class ShowCounterparts {
    private final RegisteredParties parties;
    private final EnrolledKeys keys;
    private final CounterpartTrouble trouble;
    private final InstantSource clock;

    public ShowCounterparts(RegisteredParties parties, EnrolledKeys keys, CounterpartTrouble trouble, InstantSource clock) {
        this.parties = parties;
        this.keys = keys;
        this.trouble = trouble;
        this.clock = clock;
    }

    /** Those that are told documents, by id. */
    public Slice<CounterpartView> all(Slice.Want want) {
        List<CounterpartView> found = parties.profiledParties().stream().filter(party -> !party.dialects().isEmpty())
                .sorted(Comparator.comparing(party -> party.id().value()))
                .filter(party -> want.after().filter(last -> party.id().value().compareTo(last) <= 0).isEmpty())
                .limit(want.most() + 1L).map(this::view).toList();
        return Slice.of(found, want, CounterpartView::party);
    }

    private CounterpartView view(PartyRecord party) {
        CounterpartTrouble.Trouble now = trouble.of(party.id());
        return new CounterpartView(party.id().value(), party.name(), party.environment().name().toLowerCase(Locale.ROOT),
                party.roles().stream().map(role -> role.name().toLowerCase(Locale.ROOT)).sorted().toList(), channel(party.endpoint()),
                party.endpoint().map(ShowCounterparts::address), party.dialects(), signingKeys(party.id()), now.failures(), now.restsUntil(),
                party.hours().schedule().stream().map(DeliveryHours.Window::toString).toList(),
                party.hours().quiet().stream().map(DeliveryHours.Window::toString).toList(), party.hours().opensAt(clock.instant()));
    }

    private static String channel(Optional<Endpoint> endpoint) {
        return endpoint.map(way -> switch (way) {
            case Endpoint.Http _ -> "http";
            case Endpoint.As2 _ -> "as2";
            case Endpoint.Soap _ -> "soap";
            case Endpoint.Connected _ -> "amqp";
        }).orElse("none");
    }

    private static String address(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Http(var address) -> address.toString();
            case Endpoint.As2(var address, var _) -> address.toString();
            case Endpoint.Soap(var address) -> address.toString();
            case Endpoint.Connected _ -> Endpoint.Connected.TEXT;
        };
    }

    private int signingKeys(PartyId party) {
        return (int) keys.standing().stream().filter(key -> key.party().equals(party) && key.purpose() == EnrolledKey.Purpose.SIGNING
                && key.isValid(clock.instant())).count();
    }
}
