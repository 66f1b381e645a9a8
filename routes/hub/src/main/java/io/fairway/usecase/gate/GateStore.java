package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.LaneWatch;
import io.fairway.clearance.gate.LaneWatch.Decided;
import io.fairway.clearance.gate.LaneWatch.Passage;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.gate.Reading;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The gate as rows. All calls belong to the running transaction. */
public interface GateStore {

    /** Lets nobody else decide on this lane until the transaction ends. */
    void lock(String lane);

    /** Keeps a reading as it came. @return whether it is new */
    Keeping keep(Reading reading, byte[] bytes);

    /** Whether a reading is new. */
    enum Keeping {
        NEW, REPEAT
    }

    /** The lane's memory since a time: readings without a passage, and passages with theirs. */
    LaneWatch watch(GateLane lane, Instant since);

    /** Lanes with readings since a time that have no passage yet. */
    List<String> waiting(Instant since);

    /** A passage got its first decision: its readings are taken. */
    void open(String transaction, String lane, Passage passage);

    /** A late reading joined a passage. */
    void join(Decided passage, Reading reading);

    /** A passage is over sooner than it might have been, because the next truck is there. */
    void shorten(Decided passage);

    /** Whether this very decision of an agent is here already. */
    Keeping delivered(String transaction, Sha256 digest);

    /** Notes a passage that an agent decided and that is over. */
    void pass(String transaction, String lane, Instant at);

    /** Adds a decision as the next revision. */
    void add(NewDecision decision);

    /** @param readers parties that may read it */
    record NewDecision(String transaction, GateLane lane, Cause cause, Permission permission, List<String> containers, String plate,
                       Instant startedAt, Instant decidedAt, byte[] record, Sha256 digest, byte[] seal, Set<PartyId> readers) {
        public NewDecision {
            containers = List.copyOf(containers);
            readers = Set.copyOf(readers);
        }
    }

    /** Why there is a decision. */
    enum Cause {
        DECIDED, TIGHTENED, SET_ASIDE, DELIVERED_LATE
    }

    /** The latest decision of a passage. */
    Optional<Kept> latest(String transaction);

    /** Everything devices said of a passage, as it was received. */
    List<Reading> readings(GateLane lane, String transaction);

    /** Whether the truck of a passage stands before the barrier: it has not left, and no other one has come after it. */
    boolean isBeforeTheBarrier(String transaction, String lane);

    /** The decision that stands on a lane, of its latest passage. */
    Optional<Kept> standing(String lane);

    /** All decisions of a passage that the running party may read, oldest first. */
    List<Kept> revisions(String lane, String transaction);

    /** A decision as it was kept. @param erasedAt when record, seal and plate went; they are empty then */
    record Kept(String transaction, int revision, String lane, Cause cause, Permission permission, List<String> containers, String plate,
                Instant startedAt, Instant decidedAt, byte[] record, Sha256 digest, byte[] seal, Optional<Instant> erasedAt) {
        public Kept {
            containers = List.copyOf(containers);
        }

        /** By which the journal, erasures and legal holds name the passage. */
        public UUID subject() {
            return KeptRecords.subject(transaction);
        }
    }

    /** Raises an alarm once. @return whether it is new */
    Keeping alarm(String transaction, String lane, String kind, Instant at);

    /** The lane's alarms, latest first. */
    List<GateAlarm> alarms(String lane, int most);

    /** Opened passages out of the gate whose truck has left, or whose time is over, and of which nobody was told. */
    List<Kept> unreported(Instant endedBefore);

    /** Everybody was told. */
    void reported(String transaction, Instant at);

    /** Keeps an appointment. */
    void add(Booked appointment);

    /** Ends the haulier's own appointment. @return its id when there was one */
    Optional<UUID> withdraw(UUID appointment, PartyId haulier, Instant at);

    /** Appointments for a container, or of a truck, latest first. */
    List<Booked> appointments(Optional<ContainerNumber> container, Optional<String> plate, Environment environment);

    /** Appointments that the running party may read, latest first. */
    List<Booked> readable(int most);

    /** @param tareKilograms of tractor and chassis */
    record Booked(UUID id, PartyId haulier, PartyId terminal, Environment environment, ContainerNumber container, String purpose, String plate,
                  String driver, int tareKilograms, Instant from, Instant until, Instant bookedAt) {
    }
}
