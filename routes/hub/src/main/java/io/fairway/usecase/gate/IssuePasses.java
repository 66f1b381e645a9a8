package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.GatePapers.HolderStanding;
import io.fairway.clearance.gate.PapersText;
import io.fairway.document.id.ContainerNumber;
import io.fairway.signing.CanonicalJson;
import io.fairway.signing.Json;
import io.fairway.usecase.Digests;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GatePasses.Kind;
import io.fairway.usecase.gate.GatePasses.Told;
import io.fairway.usecase.gate.GateStore.Booked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the agents' passes as the clearance stands: issued ahead of the truck, issued anew when something changed or the pass grows old,
 * revoked when the container may no longer leave. What an agent holds is what the hub would have said at that moment.
 */
public final class IssuePasses {
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final int MOST_AT_ONCE = 500;

    private final GateAgents agents;
    private final Transactions transactions;
    private final GatePasses passes;
    private final PapersBook book;
    private final PassSigner signer;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public IssuePasses(GateAgents agents, Transactions transactions, GatePasses passes, PapersBook book, PassSigner signer,
                       Identifiers identifiers, InstantSource clock) {
        this.agents = agents;
        this.transactions = transactions;
        this.passes = passes;
        this.book = book;
        this.signer = signer;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Brings every agent up to date. */
    public void refresh() {
        agents.terminals().forEach(this::refresh);
    }

    private void refresh(PartyId agent, PartyId terminal) {
        Instant now = clock.instant();
        List<Booked> live = transactions.asHub(() -> passes.live(terminal, now, now.plus(AHEAD)));
        Set<ContainerNumber> booked = new HashSet<>();
        for (Booked each : live) {
            if (booked.add(each.container())) {
                transactions.asHub(() -> settle(agent, each, clock.instant()));
            }
        }
        for (Told held : transactions.asHub(() -> passes.held(agent))) {
            if (!booked.contains(held.container())) {
                transactions.asHub(() -> revoke(agent, held.container(), clock.instant()));
            }
        }
    }

    private Kind settle(PartyId agent, Booked booked, Instant now) {
        GatePapers papers = book.glance(booked.container(), Optional.of(booked.plate()), booked.environment(), now);
        boolean mayLeave = papers.customs().filter(List::isEmpty).isPresent() && papers.release()
                .filter(release -> release.standing() == HolderStanding.ACTS).isPresent();
        if (!mayLeave) {
            return revoke(agent, booked.container(), now);
        }
        String imprint = imprint(papers);
        Optional<Told> last = passes.last(agent, booked.container()).filter(told -> told.kind() == Kind.ISSUED);
        boolean fresh = last.filter(told -> told.imprint().equals(imprint) && now.isBefore(told.at().plus(agents.renewal()))).isPresent();
        if (!fresh) {
            UUID id = identifiers.next();
            long sequence = passes.next(agent);
            passes.add(new Told(agent, sequence, id, booked.container(), Kind.ISSUED, imprint,
                    signed(agent, sequence, now, Map.of("id", new Json.Text(id.toString()), "papers", claims(asPass(papers, id, now)))), now));
        }
        return Kind.ISSUED;
    }

    private Kind revoke(PartyId agent, ContainerNumber container, Instant now) {
        passes.last(agent, container).filter(told -> told.kind() == Kind.ISSUED).ifPresent(told -> {
            long sequence = passes.next(agent);
            passes.add(new Told(agent, sequence, told.pass(), container, Kind.REVOKED, "", revocation(agent, sequence, told.pass(), now), now));
        });
        return Kind.REVOKED;
    }

    private String revocation(PartyId agent, long sequence, UUID pass, Instant now) {
        return signed(agent, sequence, now, Map.of("revokes", new Json.Text(pass.toString())));
    }

    private GatePapers asPass(GatePapers papers, UUID id, Instant now) {
        return new GatePapers(papers.container(), "pass " + id, now, now.plus(agents.outage()), papers.appointment(), papers.release(),
                papers.customs(), papers.seals(), papers.customsSeals(), papers.mass(), papers.vehicleTareKilograms(), papers.sizeType(),
                papers.dangerousGoods(), papers.booking(), papers.demands());
    }

    private static String imprint(GatePapers papers) {
        Map<String, String> said = PapersText.write(papers);
        Set.of("origin", "asOf", "goodUntil").forEach(said::remove);
        return Digests.of(said.toString().getBytes(StandardCharsets.UTF_8)).value();
    }

    private static Json claims(GatePapers papers) {
        Map<String, Json> claims = new LinkedHashMap<>();
        PapersText.write(papers).forEach((name, value) -> claims.put(name, new Json.Text(value)));
        return new Json.Members(claims);
    }

    private String signed(PartyId agent, long sequence, Instant now, Map<String, Json> what) {
        Map<String, Json> claims = new LinkedHashMap<>(what);
        claims.put("agent", new Json.Text(agent.value()));
        claims.put("sequence", new Json.Text(Long.toString(sequence)));
        return signer.sign(CanonicalJson.write(new Json.Members(claims)), now);
    }

    /**
     * What an agent was told after a place in its sequence. Empty for whoever is no agent. An erased pass was over long ago: who asks from the
     * beginning again hears in its place that it is revoked, so that the sequence has no gap.
     */
    public Optional<List<String>> newsFor(PartyId agent, long after) {
        return agents.terminals().containsKey(agent) ? Optional.of(transactions.asHub(() -> passes.after(agent, after, MOST_AT_ONCE)).stream()
                .map(told -> told.signed().isEmpty() ? revocation(agent, told.sequence(), told.pass(), clock.instant()) : told.signed()).toList())
                : Optional.empty();
    }
}
