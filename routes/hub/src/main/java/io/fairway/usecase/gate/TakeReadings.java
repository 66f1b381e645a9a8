package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GateDecision;
import io.fairway.clearance.gate.LaneWatch;
import io.fairway.clearance.gate.LaneWatch.Attached;
import io.fairway.document.gate.Reading;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GateStore.Keeping;
import io.fairway.usecase.gate.ReadingReader.Result;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes what devices say: kept first, then attached to its truck, then decided when the truck is complete. Reading, decision and journal
 * commit together; the answer comes after the commit.
 */
public final class TakeReadings {
    private final GateLanes lanes;
    private final ReadingReader reader;
    private final Transactions transactions;
    private final GateStore store;
    private final DecidePassages decide;
    private final LaneVoice voice;
    private final InstantSource clock;
    private final WatchDevices watch;

    public TakeReadings(GateLanes lanes, ReadingReader reader, Transactions transactions, GateStore store, DecidePassages decide,
                        LaneVoice voice, InstantSource clock, WatchDevices watch) {
        this.lanes = lanes;
        this.reader = reader;
        this.transactions = transactions;
        this.store = store;
        this.decide = decide;
        this.voice = voice;
        this.clock = clock;
        this.watch = watch;
    }

    /** What a device is answered. */
    public sealed interface Answer {

        /** The lane is not known to this sender. */
        record Unknown() implements Answer {
        }

        /** The reading is not taken. */
        record Refused(String code, String why) implements Answer {
        }

        /** It was taken before. */
        record Repeat(String reading) implements Answer {
        }

        /** It was a sign of life. */
        record Alive(String device) implements Answer {
        }

        /** It is kept. @param decision what the lane is to do from now on, when this reading decided that */
        record Taken(String reading, Optional<GateDecision> decision) implements Answer {
        }
    }

    /** @param sender party the channel proved */
    public Answer take(PartyId sender, String lane, byte[] bytes) {
        Optional<GateLane> known = lanes.find(lane);
        Set<String> devices = known.map(each -> each.spokenForBy(sender)).orElse(Set.of());
        if (devices.isEmpty()) {
            return new Answer.Unknown();
        }
        return take(known.orElseThrow(), devices, sender.value(), bytes);
    }

    /** Takes what a device said at a port that is its own: the port proves which one it is. */
    public Answer takeOf(String device, String lane, byte[] bytes) {
        return lanes.find(lane).filter(known -> known.devices().containsKey(device)).map(known -> take(known, Set.of(device), device, bytes))
                .orElseGet(Answer.Unknown::new);
    }

    /** A device sent what is no frame of its language at a port that is its own. */
    public void takeNonsenseOf(String device, String lane) {
        lanes.find(lane).filter(known -> known.devices().containsKey(device)).ifPresent(known -> nonsense(known, device, clock.instant()));
    }

    private void nonsense(GateLane lane, String device, Instant now) {
        transactions.asHub(() -> {
            store.lock(lane.profile().lane());
            watch.spokeNonsense(lane, device, now);
            return lane;
        });
    }

    /** @param speaker to whom nonsense is put down where it names no device */
    private Answer take(GateLane lane, Set<String> devices, String speaker, byte[] bytes) {
        Instant now = clock.instant();
        return switch (reader.read(bytes, devices, lane.profile().lane(), now)) {
            case Result.Refused refused -> {
                Stream.of(refused.device(), speaker).filter(lane.devices()::containsKey).findFirst().ifPresent(device -> nonsense(lane, device, now));
                yield new Answer.Refused(refused.code(), refused.why());
            }
            case Result.Alive alive -> transactions.asHub(() -> {
                store.lock(lane.profile().lane());
                watch.heard(alive.beat());
                return new Answer.Alive(alive.beat().device());
            });
            case Result.Read read -> said(transactions.asHub(() -> attach(lane, read.reading(), bytes, now)));
        };
    }

    private Answer said(Answer answer) {
        if (answer instanceof Answer.Taken taken) {
            taken.decision().map(LaneWord::of).ifPresent(voice::say);
        }
        return answer;
    }

    private Answer attach(GateLane lane, Reading reading, byte[] bytes, Instant now) {
        store.lock(lane.profile().lane());
        watch.heard(reading);
        LaneWatch before = store.watch(lane, oldest(now));
        return switch (before.attach(reading)) {
            case Attached.Repeat _ -> new Answer.Repeat(reading.key());
            case Attached.Flooded _ -> new Answer.Refused("TOO_MANY_READINGS", "The lane has more readings than any truck makes");
            case Attached.Late late -> {
                if (store.keep(reading, bytes) == Keeping.REPEAT) {
                    yield new Answer.Repeat(reading.key());
                }
                store.join(late.passage(), reading);
                yield new Answer.Taken(reading.key(), decide.tighten(lane, late.passage(), now));
            }
            case Attached.Waiting waiting -> {
                if (store.keep(reading, bytes) == Keeping.REPEAT) {
                    yield new Answer.Repeat(reading.key());
                }
                waiting.lane().decided().stream().filter(passage -> !before.decided().contains(passage)).forEach(store::shorten);
                List<GateDecision> made = decide.decideDue(lane, waiting.lane(), now);
                yield new Answer.Taken(reading.key(), made.stream().reduce((_, later) -> later));
            }
        };
    }

    /** Decides where a truck has waited long enough for a device that is silent. */
    public void decideOverdue() {
        Instant now = clock.instant();
        for (String lane : transactions.asHub(() -> store.waiting(oldest(now)))) {
            lanes.find(lane).ifPresent(known -> transactions.asHub(() -> {
                store.lock(lane);
                return decide.decideDue(known, store.watch(known, oldest(now)), now);
            }).forEach(decision -> voice.say(LaneWord.of(decision))));
        }
    }

    private Instant oldest(Instant now) {
        return now.minus(decide.policy().window().multipliedBy(2));
    }
}
