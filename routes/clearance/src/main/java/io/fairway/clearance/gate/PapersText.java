package io.fairway.clearance.gate;

import io.fairway.clearance.Reason;
import io.fairway.clearance.gate.GatePapers.Appointment;
import io.fairway.clearance.gate.GatePapers.Basis;
import io.fairway.clearance.gate.GatePapers.Booking;
import io.fairway.clearance.gate.GatePapers.BookingState;
import io.fairway.clearance.gate.GatePapers.Demand;
import io.fairway.clearance.gate.GatePapers.HolderStanding;
import io.fairway.clearance.gate.GatePapers.Mass;
import io.fairway.clearance.gate.GatePapers.Purpose;
import io.fairway.clearance.gate.GatePapers.Release;
import io.fairway.document.finding.Text;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Papers as plain named values, the claims of a pass. Lists are joined by blanks, counted where their parts may have blanks. What is
 * absent is absent.
 */
public final class PapersText {
    private final Map<String, String> values;

    private PapersText(Map<String, String> values) {
        this.values = values;
    }

    /** Named values of papers, in a fixed order. */
    public static SequencedMap<String, String> write(GatePapers papers) {
        SequencedMap<String, String> out = new LinkedHashMap<>();
        out.put("container", papers.container().value());
        out.put("origin", papers.origin());
        out.put("asOf", papers.asOf().toString());
        out.put("goodUntil", papers.goodUntil().toString());
        papers.appointment().ifPresent(booked -> {
            out.put("appointment", booked.reference());
            out.put("appointment.purpose", booked.purpose().name());
            out.put("appointment.haulier", booked.haulier());
            out.put("appointment.plate", booked.plate());
            out.put("appointment.driver", booked.driver());
            out.put("appointment.from", booked.from().toString());
            out.put("appointment.until", booked.until().toString());
        });
        papers.release().ifPresent(release -> {
            out.put("release", release.reference());
            out.put("release.heldBy", release.heldBy());
            out.put("release.standing", release.standing().name());
            release.validUntil().ifPresent(until -> out.put("release.validUntil", until.toString()));
        });
        papers.customs().ifPresent(reasons -> reasons(out, reasons));
        papers.seals().ifPresent(seals -> out.put("seals", String.join(" ", seals)));
        out.put("customsSeals", sorted(papers.customsSeals()));
        papers.mass().ifPresent(mass -> out.put("mass", mass.kilograms() + " " + mass.basis()));
        papers.vehicleTareKilograms().ifPresent(tare -> out.put("vehicleTare", tare.toString()));
        papers.sizeType().ifPresent(size -> out.put("sizeType", size));
        papers.dangerousGoods().ifPresent(numbers -> out.put("dangerousGoods", sorted(numbers)));
        papers.booking().ifPresent(booking -> {
            out.put("booking", booking.reference());
            out.put("booking.cutOff", booking.cutOff().toString());
            out.put("booking.state", booking.state().name());
        });
        for (int i = 0; i < papers.demands().size(); i++) {
            Demand demand = papers.demands().get(i);
            out.put("demand." + i, demand.rule() + " " + demand.since() + " " + demand.transaction());
        }
        return out;
    }

    private static void reasons(Map<String, String> out, List<Reason> reasons) {
        out.put("customs", Integer.toString(reasons.size()));
        for (int i = 0; i < reasons.size(); i++) {
            out.put("customs." + i, reasons.get(i).code());
            out.put("customs." + i + ".en", reasons.get(i).text().en());
            out.put("customs." + i + ".zh", reasons.get(i).text().zh());
        }
    }

    private static String sorted(Collection<String> values) {
        return String.join(" ", values.stream().sorted().toList());
    }

    /**
     * Papers of named values.
     *
     * @throws IllegalArgumentException when something that must be there is not, or is not what it should be
     */
    public static GatePapers read(Map<String, String> values) {
        var text = new PapersText(values);
        return new GatePapers(new ContainerNumber(text.must("container")), text.must("origin"), text.time("asOf"), text.time("goodUntil"),
                text.get("appointment").map(reference -> new Appointment(reference, Purpose.valueOf(text.must("appointment.purpose")),
                        text.must("appointment.haulier"), text.must("appointment.plate"), text.must("appointment.driver"),
                        text.time("appointment.from"), text.time("appointment.until"))),
                text.get("release").map(reference -> new Release(reference, text.must("release.heldBy"),
                        HolderStanding.valueOf(text.must("release.standing")),
                        text.get("release.validUntil").map(PapersText::instant))),
                text.get("customs").map(text::reasons), text.get("seals").map(PapersText::parts), Set.copyOf(parts(text.must("customsSeals"))),
                text.get("mass").map(PapersText::mass), text.get("vehicleTare").map(Integer::valueOf), text.get("sizeType"),
                text.get("dangerousGoods").map(PapersText::parts).map(Set::copyOf),
                text.get("booking").map(reference -> new Booking(reference, text.time("booking.cutOff"),
                        BookingState.valueOf(text.must("booking.state")))),
                text.demands());
    }

    private Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private String must(String name) {
        return get(name).orElseThrow(() -> new IllegalArgumentException("Papers without " + name));
    }

    private Instant time(String name) {
        return instant(must(name));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a time: " + text, e);
        }
    }

    private List<Reason> reasons(String count) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(count); i++) {
            reasons.add(new Reason(must("customs." + i), new Text(must("customs." + i + ".en"), must("customs." + i + ".zh"))));
        }
        return reasons;
    }

    private List<Demand> demands() {
        List<Demand> demands = new ArrayList<>();
        for (Optional<String> next = get("demand.0"); next.isPresent(); next = get("demand." + demands.size())) {
            String[] parts = next.get().split(" ", -1);
            demands.add(new Demand(GateRule.valueOf(parts[0]), parts[2], instant(parts[1])));
        }
        return demands;
    }

    private static Mass mass(String text) {
        List<String> parts = parts(text);
        return new Mass(Integer.parseInt(parts.getFirst()), Basis.valueOf(parts.getLast()));
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}
