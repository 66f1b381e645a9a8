package io.fairway.usecase;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.ExchangeQueries.Original;
import io.fairway.usecase.view.RepairView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.StuckView;
import io.fairway.usecase.view.UnreadableView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What cannot be processed is looked at, repaired by a person and submitted again. Nothing is corrected silently: the copy is a transmission of
 * its own that names the one it repairs, the original stays as it came, and who looked and who repaired is in the journal. The copy speaks for
 * the sender and is checked as everything of that sender is: where its profile demands a signature, only the sender itself can make one.
 */
public final class RepairTransmission {
    private static final String CHANNEL = "repair";

    private final Transactions transactions;
    private final StuckRows rows;
    private final SubmitTransmission submission;
    private final Journal journal;
    private final InstantSource clock;

    public RepairTransmission(Transactions transactions, StuckRows rows, SubmitTransmission submission, Journal journal, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.submission = submission;
        this.journal = journal;
        this.clock = clock;
    }

    /** Rows that the hub gave up or could not read, and their repairs. All calls belong to the running transaction. */
    public interface StuckRows {

        /** A parked transmission, fact or outbound row, or a transmission that could not be read. */
        Optional<StuckView> stuck(UUID id);

        /** Its bytes: the transmission, the interchange of the fact, or what goes out; empty when there are none, too. */
        Optional<Original> original(UUID id);

        /** Transmissions that could not be read, newest first. */
        Slice<UnreadableView> unreadable(Slice.Want want);

        /** Notes who repairs what; what was noted before stays. */
        void note(UUID original, PartyId sender, Sha256 digest, String by, Instant at);

        /** A parked transmission that was repaired will not be read any more. */
        void conclude(UUID original);
    }

    /**
     * Copy of a transmission to be submitted.
     *
     * @param original the transmission to be repaired
     * @param sender whose it is
     * @param contentType media type, empty when unknown
     */
    public record Copy(UUID original, PartyId sender, byte[] bytes, String contentType) {
    }

    /** What is known of something stuck, without its bytes. */
    public Optional<StuckView> stuck(UUID id) {
        return transactions.asHub(() -> rows.stuck(id));
    }

    /** Transmissions that could not be read, newest first. */
    public Slice<UnreadableView> unreadable(Slice.Want want) {
        return transactions.asHub(() -> rows.unreadable(want));
    }

    /** The bytes of something stuck; the look is written down in the same transaction. */
    public Optional<Original> original(Caller operator, UUID id) {
        Instant now = clock.instant();
        return transactions.asHub(() -> rows.original(id).map(original -> {
            journal.append(now, operator.party(), "stuck-shown", id, "{\"by\":\"%s\"}".formatted(operator.signature()));
            return original;
        }));
    }

    /**
     * Submits a repaired copy of a stuck transmission for its sender.
     *
     * @return empty when nothing of this id can be repaired
     * @throws io.fairway.usecase.registry.NotInGoodStandingException when its sender may not act
     * @throws OverloadedException when too much is waiting; nothing was kept then
     */
    public Optional<RepairView> repairStuck(Caller operator, UUID id, byte[] bytes, String trace) {
        return stuck(id).filter(StuckView::repairable).map(stuck -> {
            String contentType = transactions.asHub(() -> rows.original(id)).map(Original::contentType).orElse("");
            return repair(operator, new Copy(id, new PartyId(stuck.party()), bytes, contentType), trace);
        });
    }

    /** Submits a repaired copy. Who may do so was found out before. */
    public RepairView repair(Caller by, Copy copy, String trace) {
        Sha256 digest = Digests.of(copy.bytes());
        Instant now = clock.instant();
        transactions.asHub(() -> {
            rows.note(copy.original(), copy.sender(), digest, by.signature(), now);
            journal.append(now, copy.sender(), "transmission-repaired", copy.original(),
                    "{\"by\":\"%s\",\"digest\":\"%s\"}".formatted(by.signature(), digest));
            return digest;
        });
        Kept kept = submission.submit(new Caller(copy.sender(), Set.of()), Optional.of("repairs:" + copy.original() + ":" + digest), copy.bytes(),
                copy.contentType(), CHANNEL, trace);
        transactions.asHub(() -> {
            rows.conclude(copy.original());
            return kept;
        });
        return new RepairView(copy.original(), digest.value(), by.signature(), now, Optional.of(transmission(kept)));
    }

    private static UUID transmission(Kept kept) {
        return switch (kept) {
            case Kept.Fresh fresh -> fresh.id().value();
            case Kept.Repeated repeated -> repeated.id().value();
            case Kept.Conflicting conflicting -> throw new IllegalStateException(
                    "The key of a repair holds its digest, but " + conflicting.first() + " has it with another one");
        };
    }
}
