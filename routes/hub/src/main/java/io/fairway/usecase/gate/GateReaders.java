package io.fairway.usecase.gate;

import io.fairway.clearance.Role;
import io.fairway.clearance.gate.GateDecision;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import java.util.HashSet;
import java.util.Set;

/** Who may read a passage: the terminal, customs, and the haulier whose truck it is. */
public final class GateReaders {
    private final Parties parties;

    public GateReaders(Parties parties) {
        this.parties = parties;
    }

    Set<PartyId> of(GateLane lane, GateDecision decision) {
        Set<PartyId> readers = new HashSet<>();
        readers.add(lane.terminal());
        parties.withRole(Role.CUSTOMS, lane.environment()).forEach(customs -> readers.add(customs.id()));
        decision.inputs().papers().forEach(papers -> papers.appointment().ifPresent(booked -> {
            boolean itsTruck = decision.inputs().seen().plate().filter(told -> told.value().equals(booked.plate())).isPresent();
            if (itsTruck) {
                readers.add(new PartyId(booked.haulier()));
            }
        }));
        return readers;
    }
}
