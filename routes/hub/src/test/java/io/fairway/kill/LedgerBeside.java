package io.fairway.kill;

import io.fairway.boot.TestConsortium;
import io.fairway.devledger.DevLedger;
import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.LedgerReading;
import io.fairway.ledger.LedgerRefusedException;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.Query;
import io.fairway.ledger.RecordedEvent;
import io.fairway.ledger.conformance.CuttingProxy;
import io.fairway.ledger.fabric.FabricLedger;
import io.fairway.ledger.fabric.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledger of a hub that is killed: it lives on in this process, behind a door that can be shut, and others use it too. */
final class LedgerBeside implements AutoCloseable {
    private final DevLedger ledger;
    private final CuttingProxy door;
    private final Ledger carrier;
    private final Path profile;

    private LedgerBeside(DevLedger ledger, CuttingProxy door, Path profile) throws IOException {
        this.ledger = ledger;
        this.door = door;
        this.profile = profile;
        this.carrier = FabricLedger.of(ledger.profile("carrier"), Patience.usual());
    }

    static LedgerBeside start(Path home, Path hubHome) throws IOException, InterruptedException {
        DevLedger ledger = TestConsortium.start(home, hubHome);
        LedgerProfile own = ledger.profile("port");
        var door = new CuttingProxy(own.peer().address());
        var peer = new LedgerProfile.Peer(door.address(), own.peer().tls(), own.peer().authority());
        Path file = home.resolve("hub.properties");
        new LedgerProfile(own.network(), own.channel(), own.chaincode(), peer, own.organisations(), own.orderers(), own.leastEndorsers(),
                own.identity()).write(file);
        return new LedgerBeside(ledger, door, file);
    }

    /** The profile by which the hub reaches it. */
    Path profile() {
        return profile;
    }

    CuttingProxy door() {
        return door;
    }

    /** Submits by way of the carrier's own peer, without the hub. @return the contract's code if it refused */
    Optional<String> submit(String intent, String signature) {
        var invocation = Invocation.ofIntent(intent, List.of(signature));
        try {
            Outcome outcome = carrier.submit(carrier.endorse(invocation));
            return outcome instanceof Outcome.Recorded ? Optional.empty() : Optional.of("CONFLICT");
        } catch (LedgerRefusedException refused) {
            return Optional.of(refused.code());
        }
    }

    /** A record as the contract tells it. */
    String read(String subject) {
        return carrier.evaluate(Query.of("read", subject));
    }

    /** Everything that ever happened, up to and with this event. */
    List<RecordedEvent> eventsUntil(String event) {
        var events = new ArrayList<RecordedEvent>();
        try (LedgerReading reading = carrier.read(Checkpoint.start())) {
            while (events.stream().noneMatch(each -> each.event().filter(found -> found.event().equals(event)).isPresent())) {
                events.addAll(reading.next().events());
            }
        }
        return events;
    }

    @Override
    public void close() {
        carrier.close();
        door.close();
        ledger.close();
    }
}
