package io.fairway.store;

import static io.fairway.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.Attachments.Attachment;
import io.fairway.usecase.Attachments.NewAttachment;
import io.fairway.usecase.Digests;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreServer.class)
class TransactionsAndAttachmentsTest {
    private static final PartyId OWNER = new PartyId("ATTACH-OWNER");
    private static final PartyId OTHER = new PartyId("ATTACH-OTHER");

    private final JdbcTransactions transactions;
    private final JdbcAttachments attachments = new JdbcAttachments();
    private final byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    private final Sha256 digest = Digests.of(bytes);

    TransactionsAndAttachmentsTest(Database database) {
        transactions = new JdbcTransactions(database);
    }

    @Test
    void doNotNest() {
        assertThatThrownBy(() -> transactions.asHub(() -> transactions.asParty(OWNER, () -> 1)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("nest");
    }

    @Test
    void portsRefuseToWorkOutsideOfOne() {
        assertThatThrownBy(() -> attachments.has(OWNER, digest)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No transaction");
    }

    @Test
    void keepNothingOfWorkThatThrew() {
        assertThatThrownBy(() -> transactions.asParty(OWNER, () -> {
            upload(OWNER);
            throw new IllegalStateException("changed its mind");
        })).hasMessage("changed its mind");

        assertThat(transactions.asParty(OWNER, () -> attachments.has(OWNER, digest))).isFalse();
    }

    @Test
    void tellThatTheDatabaseIsGone(DatabaseAccess access) {
        Database closed = Database.open(access, 1);
        closed.close();

        assertThatThrownBy(() -> new JdbcTransactions(closed).asHub(() -> 1)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void anUploadIsKeptOncePerPartyAndSeenByItsOwnerOnly() {
        UUID first = transactions.asParty(OWNER, () -> upload(OWNER));
        UUID again = transactions.asParty(OWNER, () -> upload(OWNER));

        assertThat(again).isEqualTo(first);
        assertThat(find(OWNER)).get().extracting(Attachment::bytes).isEqualTo(bytes);
        assertThat(find(OTHER)).isEmpty();
    }

    @Test
    void anUploadIsSeenByThoseItWasShownTo() {
        transactions.asParty(OWNER, () -> upload(OWNER));

        transactions.asHub(() -> {
            attachments.show(OWNER, digest, OTHER);
            attachments.show(OWNER, digest, OTHER);
            return OTHER;
        });

        assertThat(find(OTHER)).get().extracting(Attachment::party).isEqualTo(OWNER);
    }

    @Test
    void aFileOfAnotherPartyIsNotFoundByUploadingTheSame() {
        transactions.asParty(OWNER, () -> upload(OWNER));
        transactions.asParty(OTHER, () -> upload(OTHER));

        assertThat(find(OTHER)).get().extracting(Attachment::party).isEqualTo(OTHER);
    }

    private Optional<Attachment> find(PartyId party) {
        return transactions.asParty(party, () -> attachments.find(digest));
    }

    private UUID upload(PartyId party) {
        return attachments.add(new NewAttachment(UUID.randomUUID(), party, digest, bytes, "invoice.pdf", "application/pdf", NOW));
    }
}
