package io.fairway.boot;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.finding.Finding;
import io.fairway.usecase.Caller;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.Kept;
import io.fairway.usecase.NewTransmission;
import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.ReceivedTransmission;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.TransmissionId;
import io.fairway.usecase.Transmissions;
import io.fairway.usecase.Wakeups;
import io.fairway.usecase.view.AcknowledgmentView;
import io.fairway.usecase.view.DeliveryView;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.InterchangeDetail;
import io.fairway.usecase.view.InterchangeView;
import io.fairway.usecase.view.LineageView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.TransmissionView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps transmissions in memory; each is settled when it has been looked at three times, but for those that say so. */
public final class MemoryExchanges implements Transmissions, ExchangeQueries {
    /** Never read. */
    public static final byte[] STUCK = "STUCK".getBytes(StandardCharsets.US_ASCII);
    /** Refused because too much is waiting. */
    public static final byte[] TOO_MUCH = "TOO MUCH".getBytes(StandardCharsets.US_ASCII);
    /** Refused because the store is away. */
    public static final byte[] AWAY = "AWAY".getBytes(StandardCharsets.US_ASCII);

    private final Map<UUID, NewTransmission> kept = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> looks = new ConcurrentHashMap<>();

    @Override
    public synchronized CompletableFuture<Kept> keep(NewTransmission transmission) {
        if (java.util.Arrays.equals(transmission.bytes(), TOO_MUCH)) {
            return CompletableFuture.failedFuture(new OverloadedException(7));
        }
        if (java.util.Arrays.equals(transmission.bytes(), AWAY)) {
            throw new StoreUnavailableException("connection to 10.0.0.7 refused", new IllegalStateException("inside"));
        }
        Optional<NewTransmission> first = kept.values().stream()
                .filter(t -> t.sender().equals(transmission.sender()) && t.key().equals(transmission.key())).findFirst();
        if (first.isPresent()) {
            return CompletableFuture.completedFuture(first.get().digest().equals(transmission.digest())
                    ? new Kept.Repeated(first.get().id(), first.get().receivedAt()) : new Kept.Conflicting(first.get().id()));
        }
        kept.put(transmission.id().value(), transmission);
        looks.put(transmission.id().value(), new AtomicInteger());
        return CompletableFuture.completedFuture(new Kept.Fresh(transmission.id(), transmission.receivedAt()));
    }

    public NewTransmission kept(UUID id) {
        return Optional.ofNullable(kept.get(id)).orElseThrow();
    }

    @Override
    public Optional<TransmissionView> transmission(Caller caller, UUID id) {
        return Optional.ofNullable(kept.get(id)).filter(t -> t.sender().equals(caller.party())).map(this::view);
    }

    private TransmissionView view(NewTransmission transmission) {
        boolean settled = looks.get(transmission.id().value()).incrementAndGet() >= 3
                && !java.util.Arrays.equals(transmission.bytes(), STUCK);
        return new TransmissionView(transmission.id().value(), transmission.digest().value(), transmission.receivedAt(),
                settled ? TransmissionView.State.SETTLED : TransmissionView.State.RECEIVED, List.of(), List.of());
    }

    /** Wakes nobody. */
    public Wakeups silent() {
        return new Wakeups() {
            @Override
            public void transmissionKept(TransmissionId id) {
            }

            @Override
            public void factsPending(ConsignmentId id) {
            }

            @Override
            public void outboundReady() {
            }
        };
    }

    @Override
    public Slice<InterchangeView> interchanges(Caller caller, Optional<String> reference, Optional<InterchangeView.Direction> direction,
                                               Slice.Want want) {
        List<InterchangeView> all = kept.values().stream().filter(t -> t.sender().equals(caller.party()))
                .filter(t -> direction.filter(d -> d == InterchangeView.Direction.SENT).isEmpty())
                .filter(t -> want.after().filter(a -> t.id().value().toString().compareTo(a) >= 0).isEmpty())
                .sorted(Comparator.comparing((NewTransmission t) -> t.id().value().toString()).reversed())
                .limit(want.most() + 1L).map(MemoryExchanges::row).toList();
        return Slice.of(all, want, row -> row.id().toString());
    }

    private static InterchangeView row(NewTransmission t) {
        return new InterchangeView(t.id().value(), InterchangeView.Direction.RECEIVED, "R", t.sender().value(), "HUB", Environment.LIVE,
                t.receivedAt(), Optional.of(t.digest().value()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<InterchangeDetail> interchange(Caller caller, UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> erased(Caller caller, UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Original> original(Caller caller, UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<TransmissionView.State> state(Caller caller, UUID id) {
        return transmission(caller, id).map(TransmissionView::state);
    }

    @Override
    public Optional<Slice<FindingView>> findings(Caller caller, UUID id, Slice.Want want) {
        return Optional.empty();
    }

    @Override
    public Optional<Slice<AcknowledgmentView>> acknowledgments(Caller caller, UUID id, Slice.Want want) {
        return Optional.empty();
    }

    @Override
    public Optional<Slice<LineageView>> lineage(Caller caller, UUID id, Slice.Want want) {
        return Optional.empty();
    }

    @Override
    public Optional<Slice<DeliveryView>> deliveries(Caller caller, UUID id, Slice.Want want) {
        return Optional.empty();
    }

    @Override
    public Optional<ReceivedTransmission> claimOldestUnread(TransmissionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keepContent(TransmissionId id, byte[] content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void markRead(TransmissionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void markUnreadable(TransmissionId id, List<Finding> findings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void recordFailure(TransmissionId id, String cause, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TransmissionId> unreadBefore(Instant limit, int most) {
        throw new UnsupportedOperationException();
    }
}
