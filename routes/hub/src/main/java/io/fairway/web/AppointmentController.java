package io.fairway.web;

import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.usecase.Caller;
import io.fairway.usecase.gate.BookAppointments;
import io.fairway.usecase.gate.BookAppointments.Wish;
import io.fairway.usecase.gate.GateStore.Booked;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which truck comes for which container, and when. */
@RestController
@RequestMapping("/api/appointments")
public class AppointmentController {
    private static final int LEAST_TARE = 1_000;
    private static final int MOST_TARE = 60_000;

    private final BookAppointments appointments;
    private final JsonBodies bodies;

    public AppointmentController(BookAppointments appointments, JsonBodies bodies) {
        this.appointments = appointments;
        this.bodies = bodies;
    }

    /** What is to be booked; all members but {@code purpose}, which is pick_up when absent, have to be there. */
    record BookingWish(Optional<String> terminal, Optional<String> container, Optional<Purpose> purpose, Optional<String> plate,
                       Optional<String> driver, Optional<Integer> tareKilograms, Optional<Instant> from, Optional<Instant> until) {
    }

    /** Why the truck comes. */
    enum Purpose {
        PICK_UP, DELIVERY
    }

    /** An appointment. */
    record AppointmentBody(String id, String haulier, String terminal, String container, String purpose, String plate, String driver,
                           int tareKilograms, Instant from, Instant until, Instant bookedAt) {
    }

    /** @param items latest first, at most 200 */
    record AppointmentList(List<AppointmentBody> items) {
    }

    /** Books a truck. */
    @OpenTo(Audience.HAULIERS)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<AppointmentBody> book(Caller caller, HttpServletRequest request) throws IOException {
        BookingWish wish = bodies.read(request, BookingWish.class);
        Instant from = JsonBodies.required(wish.from(), "from");
        Instant until = JsonBodies.required(wish.until(), "until");
        int tare = JsonBodies.required(wish.tareKilograms(), "tareKilograms");
        if (!until.isAfter(from) || tare < LEAST_TARE || tare > MOST_TARE) {
            throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected until after from, and tareKilograms from 1000 to 60000.");
        }
        Booked booked = appointments.book(caller, new Wish(PartyIds.inBody(JsonBodies.text(wish.terminal(), "terminal", 35)),
                container(JsonBodies.text(wish.container(), "container", 11)), wish.purpose().orElse(Purpose.PICK_UP).name(),
                JsonBodies.text(wish.plate(), "plate", 12), JsonBodies.text(wish.driver(), "driver", 35), tare, from, until))
                .orElseThrow(() -> ProblemException.of(ProblemCode.BODY_INVALID, "Expected a terminal of this port."));
        return ResponseEntity.created(URI.create("/api/appointments/" + booked.id())).body(body(booked));
    }

    private static ContainerNumber container(String number) {
        try {
            return new ContainerNumber(number);
        } catch (RefusedValueException refused) {
            throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected a container number with its check digit (ISO 6346).");
        }
    }

    /** The haulier's own, and those for the terminal. */
    @OpenTo(Audience.GATE_READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public AppointmentList list(Caller caller) {
        return new AppointmentList(appointments.list(caller).stream().map(AppointmentController::body).toList());
    }

    /** Withdraws the caller's own. */
    @OpenTo(Audience.HAULIERS)
    @DeleteMapping(path = "/{id}")
    public ResponseEntity<Void> withdraw(Caller caller, @PathVariable("id") String id) {
        if (appointments.withdraw(caller, Ids.parse(id)).isEmpty()) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private static AppointmentBody body(Booked booked) {
        return new AppointmentBody(booked.id().toString(), booked.haulier().value(), booked.terminal().value(), booked.container().value(),
                booked.purpose().toLowerCase(Locale.ROOT), booked.plate(), booked.driver(), booked.tareKilograms(), booked.from(), booked.until(),
                booked.bookedAt());
    }
}
