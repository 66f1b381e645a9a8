package io.fairway.usecase.gate;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GateStore.Kept;
import io.fairway.usecase.gate.WatchDevices.DeviceView;
import io.fairway.usecase.retention.ErasedException;
import io.fairway.usecase.view.PassageView;
import io.fairway.usecase.view.PassageView.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was decided at the gate, from the records alone; only what the caller may read. */
public final class ReadPassages {
    private static final int MOST_ALARMS = 200;

    private final GateLanes lanes;
    private final Transactions transactions;
    private final GateStore store;
    private final WatchDevices watch;

    public ReadPassages(GateLanes lanes, Transactions transactions, GateStore store, WatchDevices watch) {
        this.lanes = lanes;
        this.transactions = transactions;
        this.store = store;
        this.watch = watch;
    }

    /** What the barrier of a lane is to do, for a device that speaks for the lane; empty for others, and where nothing was decided yet. */
    public Optional<Kept> standing(Caller caller, String lane) {
        return lanes.find(lane).filter(known -> !known.spokenForBy(caller.party()).isEmpty())
                .flatMap(_ -> transactions.asHub(() -> store.standing(lane)));
    }

    /**
     * All decisions of a passage, oldest first; empty when there is none that the caller may read.
     *
     * @throws ErasedException when there is one and its records are erased
     */
    public List<Kept> revisions(Caller caller, String lane, String transaction) {
        List<Kept> revisions = readable(caller, lane, transaction);
        revisions.stream().flatMap(kept -> kept.erasedAt().stream()).findFirst().ifPresent(at -> {
            throw new ErasedException(at);
        });
        return revisions;
    }

    private List<Kept> readable(Caller caller, String lane, String transaction) {
        return transactions.asParty(caller.party(), () -> store.revisions(lane, transaction));
    }

    /** Names of the lanes at the caller's own gate, and of those whose last decision it may read. */
    public List<String> lanes(Caller caller) {
        return lanes.all().stream().filter(lane -> lane.terminal().equals(caller.party()) || last(caller, lane.profile().lane()).isPresent())
                .map(lane -> lane.profile().lane()).toList();
    }

    /** What people must look at on a lane, latest first, at most 200; empty when the caller sees no such lane. */
    public Optional<List<GateAlarm>> alarms(Caller caller, String lane) {
        return lanes(caller).contains(lane) ? Optional.of(Stream.concat(transactions.asHub(() -> store.alarms(lane, MOST_ALARMS)).stream(),
                watch.alarms(lane, MOST_ALARMS).stream()).sorted(Comparator.comparing(GateAlarm::at).reversed()).limit(MOST_ALARMS).toList())
                : Optional.empty();
    }

    /** How the devices of a lane stand; empty when the caller sees no such lane. */
    public Optional<List<DeviceView>> devices(Caller caller, String lane) {
        return lanes.find(lane).filter(_ -> lanes(caller).contains(lane)).map(watch::devices);
    }

    /** The latest passage of a lane; empty when there is none, none that the caller may read, or it is erased. */
    public Optional<PassageView> last(Caller caller, String lane) {
        return transactions.asHub(() -> store.standing(lane)).filter(kept -> kept.erasedAt().isEmpty())
                .flatMap(kept -> one(caller, lane, kept.transaction()));
    }

    /**
     * A passage as it was decided last; empty when there is none that the caller may read.
     *
     * @throws ErasedException when there is one and its records are erased
     */
    public Optional<PassageView> one(Caller caller, String lane, String transaction) {
        List<Kept> revisions = revisions(caller, lane, transaction);
        return revisions.isEmpty() ? Optional.empty() : Optional.of(PassageReader.read(revisions.getLast(), place(lane, transaction)));
    }

    /**
     * A passage as its latest record has it, with what the decision rested on; empty when there is none that the caller may read.
     *
     * @throws ErasedException when there is one and its records are erased
     */
    public Optional<PassageFile> file(Caller caller, String lane, String transaction) {
        List<Kept> revisions = revisions(caller, lane, transaction);
        return revisions.isEmpty() ? Optional.empty() : Optional.of(file(revisions.getLast(), place(lane, transaction)));
    }

    private static PassageFile file(Kept latest, Place place) {
        return new PassageFile(PassageReader.read(latest, place), KeptRecords.lane(latest.record()), KeptRecords.papers(latest.record()), latest.record(),
                latest.seal());
    }

    private Place place(String lane, String transaction) {
        return transactions.asHub(() -> store.isBeforeTheBarrier(transaction, lane)) ? Place.BEFORE_THE_BARRIER : Place.GONE;
    }
}
