package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.words;

import io.fairway.clearance.gate.GatePapers.Booking;
import io.fairway.clearance.gate.GatePapers.BookingState;
import io.fairway.document.ContainerAnnouncement;
import io.fairway.document.ContainerAnnouncement.ExpectedContainer;
import io.fairway.document.ContainerAnnouncement.Purpose;
import io.fairway.document.ContainerSeal;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.VerifiedGrossMass;
import io.fairway.document.VerifiedGrossMass.WeighedContainer;
import io.fairway.document.id.ContainerNumber;
import io.fairway.usecase.FactId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.gate.GateBookings;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bookings and verified masses as rows, by container. What was refused, or has not been applied yet, is not among them. */
public final class JdbcGateBookings implements GateBookings {

    /** Keeps what a document says of containers that are to come in, if it is one that does. */
    static void keep(FactId fact, Document document) {
        if (document instanceof ContainerAnnouncement announcement && announcement.purpose() != Purpose.RELEASE) {
            for (int i = 0; i < announcement.containers().size(); i++) {
                ExpectedContainer container = announcement.containers().get(i);
                if (container.number().isPresent() && container.validUntil().isPresent()) {
                    keep(fact, i, announcement, container, container.number().get(), container.validUntil().get());
                }
            }
        } else if (document instanceof VerifiedGrossMass mass && mass.function() != DocumentFunction.CANCEL) {
            for (int i = 0; i < mass.containers().size(); i++) {
                keep(fact, i, mass.containers().get(i));
            }
        }
    }

    private static void keep(FactId fact, int ordinal, ContainerAnnouncement announcement, ExpectedContainer container, ContainerNumber number,
                             Instant cutOff) {
        Running.write("""
                insert into gate_booking (fact, ordinal, container, environment, booking, carrier, open, cut_off, size_type, seals, received_at)
                select f.id, :ordinal, :container, i.environment, :booking, f.sender, :open, :cutOff, :sizeType, string_to_array(:seals, ' '),
                    f.received_at
                from fact f join interchange i on i.id = f.interchange where f.id = :fact""")
                .param("fact", fact.value()).param("ordinal", ordinal).param("container", number.value())
                .param("booking", announcement.bookingNumber()).param("open", announcement.function() != DocumentFunction.CANCEL)
                .param("cutOff", time(cutOff)).param("sizeType", container.sizeType()).param("seals", seals(container.seals())).queue();
    }

    private static void keep(FactId fact, int ordinal, WeighedContainer weighed) {
        Running.write("""
                insert into gate_mass (fact, ordinal, container, environment, kilograms, seals, received_at)
                select f.id, :ordinal, :container, i.environment, :kilograms, string_to_array(:seals, ' '), f.received_at
                from fact f join interchange i on i.id = f.interchange where f.id = :fact""")
                .param("fact", fact.value()).param("ordinal", ordinal).param("container", weighed.number().value())
                .param("kilograms", weighed.kilograms().setScale(0, RoundingMode.HALF_UP).intValue()).param("seals", seals(weighed.seals())).queue();
    }

    private static String seals(List<ContainerSeal> seals) {
        return seals.stream().map(ContainerSeal::number).filter(number -> !number.isBlank()).map(number -> number.replace(" ", ""))
                .collect(Collectors.joining(" "));
    }

    @Override
    public Optional<Announced> announced(ContainerNumber container, Environment environment) {
        return Running.sql("""
                select b.booking, b.carrier, b.open, b.cut_off, b.size_type, b.seals from gate_booking b join fact f on f.id = b.fact
                where b.container = :container and b.environment = :environment and f.state in ('FILED', 'APPLIED')
                order by b.received_at desc, b.fact desc limit 1""")
                .param("container", container.value()).param("environment", environment.name())
                .query((row, _) -> new Announced(new Booking(row.getString("booking"), instant(row, "cut_off"),
                        row.getBoolean("open") ? BookingState.OPEN : BookingState.CLOSED), new PartyId(row.getString("carrier")),
                        row.getString("size_type"), words(row, "seals"))).optional();
    }

    @Override
    public Optional<Verified> verified(ContainerNumber container, Environment environment) {
        return Running.sql("""
                select m.kilograms, m.seals from gate_mass m join fact f on f.id = m.fact
                where m.container = :container and m.environment = :environment and f.state in ('FILED', 'APPLIED', 'KEPT')
                order by m.received_at desc, m.fact desc limit 1""")
                .param("container", container.value()).param("environment", environment.name())
                .query((row, _) -> new Verified(row.getInt("kilograms"), words(row, "seals"))).optional();
    }
}
