package io.fairway.agent;

import io.fairway.clearance.Reason;
import io.fairway.clearance.gate.GatePapers;
import io.fairway.document.finding.Text;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The passes the agent holds. A container that went out on one does not go out again, whatever is issued later. */
public final class PassShelf {
    private static final Reason REDEEMED = new Reason("ALREADY_GONE", new Text("The container has already left on its pass.", "该箱已凭放行凭证离场。"));

    private final Map<String, GatePapers> passes = new LinkedHashMap<>();
    private final Map<ContainerNumber, String> redeemed = new HashMap<>();
    private long sequence;

    /** Whether news came in its turn. */
    public enum Turn {
        IN_TURN, KNOWN, GAP
    }

    /** Takes news in the hub's order; a gap is refused, so that no revocation is ever passed over. */
    public Turn take(PassNews news) {
        if (news.sequence() <= sequence) {
            return Turn.KNOWN;
        }
        if (news.sequence() != sequence + 1) {
            return Turn.GAP;
        }
        sequence = news.sequence();
        switch (news) {
            case PassNews.Issued issued -> {
                passes.values().removeIf(held -> held.container().equals(issued.papers().container()));
                passes.put(issued.id(), issued.papers());
            }
            case PassNews.Revoked revoked -> passes.remove(revoked.id());
        }
        return Turn.IN_TURN;
    }

    /** The last of the sequence that was taken. */
    public long sequence() {
        return sequence;
    }

    /** Papers of the containers read, and of all a truck with this plate is booked for. Nothing held is nothing known. */
    public List<GatePapers> papers(Collection<ContainerNumber> read, Optional<String> plate, Instant now) {
        Stream<ContainerNumber> booked = passes.values().stream().filter(papers -> papers.appointment()
                .filter(appointment -> plate.filter(appointment.plate()::equals).isPresent()).isPresent()).map(GatePapers::container);
        return Stream.concat(read.stream(), booked).distinct().sorted(Comparator.comparing(ContainerNumber::value))
                .map(container -> of(container, now)).toList();
    }

    private GatePapers of(ContainerNumber container, Instant now) {
        GatePapers held = passes.values().stream().filter(papers -> papers.container().equals(container)).findFirst()
                .orElseGet(() -> GatePapers.unknown(container, "no pass", now));
        return redeemed.containsKey(container) ? withoutLeave(held) : held;
    }

    private static GatePapers withoutLeave(GatePapers held) {
        return new GatePapers(held.container(), held.origin(), held.asOf(), held.goodUntil(), held.appointment(), held.release(),
                Optional.of(List.of(REDEEMED)), held.seals(), held.customsSeals(), held.mass(), held.vehicleTareKilograms(), held.sizeType(),
                held.dangerousGoods(), held.booking(), held.demands());
    }

    /** The container went out. */
    public void redeem(ContainerNumber container, String transaction) {
        redeemed.put(container, transaction);
    }
}
