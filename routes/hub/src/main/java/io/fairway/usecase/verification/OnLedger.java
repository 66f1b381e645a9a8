package io.fairway.usecase.verification;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.usecase.view.RightEventView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the hub knows of the documents of a case, and what the ledger told of it. It goes beyond what the bank may read: answers say whether
 * it agrees, never what it is.
 *
 * @param bill as the ledger last told it; empty when it was not issued there
 * @param claim the claim of the financing asked about, as the ledger last told it
 * @param papers the documents in which each thing was said, by its place in the case
 * @param attested what was attested of each thing said, by its place in the case; also that customs released, which names no declaration
 * @param images what the hub itself wrote to others because of those documents
 * @param block the last block that was read; -1 before the first
 */
public record OnLedger(Optional<Title> bill, Optional<Claim> claim, Map<Long, Paper> papers, Map<Long, Attested> attested,
                       List<Image> images, long block) {
    public OnLedger {
        papers = Map.copyOf(papers);
        attested = Map.copyOf(attested);
        images = List.copyOf(images);
    }

    /** @param history oldest first */
    public record Title(String subject, FlatRecord record, List<RightEventView> history, Instant changedAt) {
        public Title {
            history = List.copyOf(history);
        }
    }

    /** @param transaction of its last change */
    public record Claim(FlatRecord record, String transaction, long block, Instant changedAt) {
    }

    /** @param interchange SHA-256 of the part of the transmission that is this interchange; empty when it was not computed */
    public record Paper(PartyId sender, Sha256 transmission, Optional<Sha256> interchange, Instant receivedAt) {
    }

    /**
     * @param fact {@code gated-out} and the like
     * @param disclosable value and salt of each leaf under its root; empty when the party attested it itself
     */
    public record Attested(String fact, PartyId by, Instant at, Instant heardAt, String subject, String transaction, long block,
                           FlatRecord disclosable) {
    }

    /** @param digest of the bytes as they went out */
    public record Image(Sha256 digest, Instant createdAt) {
    }
}
