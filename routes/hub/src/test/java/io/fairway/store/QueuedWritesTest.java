package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On rows of the journal and of awaited work that no other test reads: each test has a subject of its own. */
@ExtendWith(StoreServer.class)
class QueuedWritesTest {
    private final JdbcTransactions transactions;
    private final UUID subject = UUID.randomUUID();

    QueuedWritesTest(Database database) {
        transactions = new JdbcTransactions(database);
    }

    @Test
    void areDoneInTheirOrderHoweverManyTheyAre() {
        transactions.asHub(() -> {
            IntStream.range(0, 60).forEach(number -> append("step-" + number).queue());
            return subject;
        });

        assertThat(kinds()).containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(number -> "step-" + number).toList());
    }

    @Test
    void areSeenByTheNextStatementOfTheTransaction() {
        List<String> seen = transactions.asHub(() -> {
            append("first").queue();
            append("second").queue();
            return kindsHere();
        });

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void areUndoneWithTheTransactionWhenOneOfThemFails() {
        assertThatThrownBy(() -> transactions.asHub(() -> {
            append("good").queue();
            Running.write("insert into journal (at, party, kind, subject, detail) values (now(), 'FAIRWAY', 'bad', :subject, 'no json'::json)")
                    .param("subject", subject).queue();
            append("behind").queue();
            return subject;
        })).hasMessageContaining("json");

        assertThat(kinds()).isEmpty();
    }

    @Test
    void failTheTransactionWhenOneDoesNotChangeTheRowItWasMeantFor() {
        UUID nobody = UUID.randomUUID();
        assertThatThrownBy(() -> transactions.asHub(() -> {
            append("good").queue();
            Running.write("update transmission set state = 'READ' where id = :id").param("id", nobody).queueForOne("unread transmission", nobody);
            return subject;
        })).isInstanceOf(IllegalStateException.class).hasMessage("Expected one unread transmission " + nobody + " to change, found 0");

        assertThat(kinds()).isEmpty();
    }

    @Test
    void ofManyDocumentsTravelAsABatchOfEachStatement() {
        transactions.asHub(() -> {
            IntStream.range(0, 30).forEach(number -> append("kind-" + number).queue());
            Running.mayBeReordered();
            return subject;
        });

        assertThat(kinds()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void sayInABatchTooWhichRowWasMissing() {
        UUID nobody = UUID.randomUUID();
        assertThatThrownBy(() -> transactions.asHub(() -> {
            IntStream.range(0, 2).forEach(number -> Running.write("update transmission set state = 'READ' where id = :id").param("id", nobody)
                    .queueForOne("unread transmission", nobody));
            Running.mayBeReordered();
            return subject;
        })).isInstanceOf(IllegalStateException.class).hasMessageContaining(nobody.toString());
    }

    private QueuedWrites.Write append(String kind) {
        return Running.write("insert into journal (at, party, kind, subject, detail) values (now(), 'FAIRWAY', :kind, :subject, '{}'::json)")
                .param("kind", kind).param("subject", subject);
    }

    private List<String> kinds() {
        return transactions.asHub(this::kindsHere);
    }

    private List<String> kindsHere() {
        return Running.sql("select kind from journal where subject = :subject order by position").param("subject", subject)
                .query(String.class).list();
    }
}
