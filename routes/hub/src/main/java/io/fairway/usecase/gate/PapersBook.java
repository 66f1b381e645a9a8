package io.fairway.usecase.gate;

import io.fairway.clearance.CarrierRelease;
import io.fairway.clearance.CaseState;
import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.ContainerState;
import io.fairway.clearance.GatePermission;
import io.fairway.clearance.Reason;
import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.GatePapers.Appointment;
import io.fairway.clearance.gate.GatePapers.Basis;
import io.fairway.clearance.gate.GatePapers.HolderStanding;
import io.fairway.clearance.gate.GatePapers.Mass;
import io.fairway.clearance.gate.GatePapers.Purpose;
import io.fairway.clearance.gate.GatePapers.Release;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.id.ContainerNumber;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.gate.GateBookings.Announced;
import io.fairway.usecase.gate.GateBookings.Verified;
import io.fairway.usecase.gate.GateStore.Booked;
import io.fairway.usecase.registry.Standing;
import io.fairway.usecase.registry.Standings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the hub knows of a container at this moment, from all its cases and appointments. Belongs to the running transaction. */
public final class PapersBook {
    /** So old may the hub's own word be at the barrier. */
    private static final Duration FRESH = Duration.ofSeconds(60);
    /** What the carrier says is a rule of its own at the gate. */
    private static final Set<String> OF_THE_CARRIER = Set.of("NO_CARRIER_RELEASE", "RELEASE_EXPIRED");

    private final Consignments consignments;
    private final GateStore store;
    private final Parties parties;
    private final Standings standings;
    private final GateBookings bookings;

    public PapersBook(Consignments consignments, GateStore store, Parties parties, Standings standings, GateBookings bookings) {
        this.consignments = consignments;
        this.store = store;
        this.parties = parties;
        this.standings = standings;
        this.bookings = bookings;
    }

    /** Papers of a container, for who comes with this plate if anybody is booked so. */
    public GatePapers of(ContainerNumber container, Optional<String> plate, Environment environment, Instant now) {
        return papers(container, plate, environment, now, consignments::lock);
    }

    /** The same for who asks again and again, and may be told a moment late: the cases are not locked. */
    GatePapers glance(ContainerNumber container, Optional<String> plate, Environment environment, Instant now) {
        return papers(container, plate, environment, now, consignments::look);
    }

    private GatePapers papers(ContainerNumber container, Optional<String> plate, Environment environment, Instant now,
                              Function<ConsignmentId, ClearanceCase> reading) {
        List<CaseState> cases = consignments.withContainer(container, environment).stream().map(id -> reading.apply(id).state()).toList();
        Optional<ContainerState> state = cases.stream().flatMap(each -> Optional.ofNullable(each.containers().get(container)).stream()).findFirst();
        List<Manifested> manifested = cases.stream().flatMap(each -> manifested(each, container).stream()).toList();
        Optional<Booked> booked = booked(container, plate, environment, now);
        Optional<ManifestedContainer> box = manifested.stream().map(Manifested::box).findFirst();
        if (booked.filter(each -> Purpose.valueOf(each.purpose()) == Purpose.DELIVERY).isPresent()) {
            return toCome(container, booked.orElseThrow(), cases, manifested, now);
        }
        return new GatePapers(container, "hub", now, now.plus(FRESH), booked.map(PapersBook::appointment),
                state.flatMap(ContainerState::carrierRelease).map(this::release),
                cases.isEmpty() ? Optional.empty() : Optional.of(against(cases, container, now)),
                state.map(ContainerState::seals).filter(seals -> !seals.isEmpty()), customsSeals(box), mass(manifested),
                booked.map(Booked::tareKilograms), box.map(ManifestedContainer::sizeType).filter(type -> !type.isEmpty()),
                manifested.isEmpty() ? Optional.empty() : Optional.of(dangerous(manifested)), Optional.empty(), List.of());
    }

    /** Of a container that is delivered: what the carrier announced, what it weighs, and whether any authority holds it. */
    private GatePapers toCome(ContainerNumber container, Booked booked, List<CaseState> cases, List<Manifested> manifested, Instant now) {
        Optional<Announced> announced = bookings.announced(container, booked.environment());
        Optional<Verified> verified = bookings.verified(container, booked.environment());
        List<String> seals = Stream.concat(announced.stream().flatMap(each -> each.seals().stream()),
                verified.stream().flatMap(each -> each.seals().stream())).distinct().toList();
        List<Reason> holds = cases.stream().flatMap(each -> each.heldBy(container).stream()).distinct().toList();
        return new GatePapers(container, "hub", now, now.plus(FRESH), Optional.of(appointment(booked)), Optional.empty(),
                announced.isPresent() || !cases.isEmpty() ? Optional.of(holds) : Optional.empty(),
                Optional.of(seals).filter(known -> !known.isEmpty()), Set.of(), verified.map(each -> new Mass(each.kilograms(), Basis.VERIFIED)),
                Optional.of(booked.tareKilograms()), announced.map(Announced::sizeType).filter(type -> !type.isEmpty()),
                manifested.isEmpty() ? Optional.empty() : Optional.of(dangerous(manifested)), announced.map(Announced::booking), List.of());
    }

    private record Manifested(ManifestConsignment consignment, ManifestedContainer box) {
    }

    private static Optional<Manifested> manifested(CaseState state, ContainerNumber container) {
        return state.manifest().consignment().flatMap(consignment -> consignment.containers().stream()
                .filter(box -> box.number().equals(container)).findFirst().map(box -> new Manifested(consignment, box)));
    }

    private static List<Reason> against(List<CaseState> cases, ContainerNumber container, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        for (CaseState each : cases) {
            switch (each.gatePermission(container, now)) {
                case GatePermission.Granted _ -> { }
                case GatePermission.Withheld withheld -> withheld.reasons().stream()
                        .filter(reason -> !OF_THE_CARRIER.contains(reason.code())).forEach(reasons::add);
            }
        }
        return reasons.stream().distinct().toList();
    }

    /** The booking that is for now, else the latest: the rule then says what is wrong with it. */
    private Optional<Booked> booked(ContainerNumber container, Optional<String> plate, Environment environment, Instant now) {
        List<Booked> all = store.appointments(Optional.of(container), Optional.empty(), environment);
        List<Booked> current = all.stream().filter(each -> !now.isBefore(each.from()) && !now.isAfter(each.until())).toList();
        return current.stream().filter(each -> plate.filter(each.plate()::equals).isPresent()).findFirst()
                .or(() -> current.stream().findFirst()).or(() -> all.stream().findFirst());
    }

    private static Appointment appointment(Booked booked) {
        return new Appointment(booked.id().toString(), Purpose.valueOf(booked.purpose()), booked.haulier().value(), booked.plate(),
                booked.driver(), booked.from(), booked.until());
    }

    /** Documents name hauliers by codes; the hub knows who that is. */
    private Release release(CarrierRelease release) {
        Optional<PartyId> holder = parties.byCode(release.haulier()).map(PartyRecord::id);
        HolderStanding standing = holder.map(standings::of).filter(Standing::mayAct).isPresent() ? HolderStanding.ACTS : HolderStanding.MAY_NOT_ACT;
        return new Release(release.reference(), holder.map(PartyId::value).orElse(release.haulier()), standing, release.validUntil());
    }

    private static Set<String> customsSeals(Optional<ManifestedContainer> box) {
        return box.stream().flatMap(each -> each.seals().stream()).filter(seal -> seal.affixedBy().equals("CU")).map(seal -> seal.number())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The manifest's gross mass of the container, tare included; where several consignments share it, what each has in it and the tare once.
     * Unknown when any of them does not say.
     */
    private static Optional<Mass> mass(List<Manifested> manifested) {
        BigDecimal total = BigDecimal.ZERO;
        for (Manifested each : manifested) {
            Optional<BigDecimal> gross = each.box().grossKilograms();
            Optional<BigDecimal> tare = each.box().tareKilograms();
            if (gross.isEmpty() || manifested.size() > 1 && tare.isEmpty()) {
                return Optional.empty();
            }
            boolean first = total.signum() == 0;
            total = total.add(gross.get()).subtract(first ? BigDecimal.ZERO : tare.orElseThrow());
        }
        return total.signum() == 0 ? Optional.empty()
                : Optional.of(new Mass(total.setScale(0, RoundingMode.HALF_UP).intValue(), Basis.DECLARED_PLUS_TARE));
    }

    private static Set<String> dangerous(List<Manifested> manifested) {
        return manifested.stream().flatMap(each -> each.consignment().goods().stream()).flatMap(item -> item.dangerous().stream())
                .map(goods -> goods.unNumber()).collect(Collectors.toUnmodifiableSet());
    }
}
