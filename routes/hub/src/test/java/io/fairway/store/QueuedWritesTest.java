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
    void ofSeveralPiecesOfWorkAreAllDoneEachInItsOrder() {
        transactions.asHub(() -> {
            Running.inCompany(List.of(), IntStream.range(0, 30).<Runnable>mapToObj(number -> () -> {
                append("first-" + number).queue();
                appendGiven("second-" + number).queue();
                append("third-" + number).queue();
            }).toList());
            return subject;
        });

        List<String> kinds = kinds();
        assertThat(kinds).hasSize(90).doesNotHaveDuplicates();
        IntStream.range(0, 30).forEach(number -> assertThat(kinds).containsSubsequence("first-" + number, "second-" + number, "third-" + number));
    }

    @Test
    void thatAreWrittenOverGivenRowsAreDoneAloneAsInCompany() {
        transactions.asHub(() -> {
            appendGiven("alone").queue();
            appendGiven("again").queue();
            return subject;
        });
        transactions.asHub(() -> {
            Running.inCompany(List.of(), List.of(() -> appendGiven("in company").queue(), () -> appendGiven("with another").queue()));
            return subject;
        });

        assertThat(kinds()).containsExactly("alone", "again", "in company", "with another");
    }

    @Test
    void ofOneStatementMayHaveNothingInAColumn() {
        transactions.asHub(() -> {
            Running.inCompany(List.of(), List.of(() -> noteIn("{\"a\":1}").queue(), () -> noteIn(null).queue()));
            return subject;
        });

        assertThat(kinds()).containsExactly("1", "nothing");
    }

    @Test
    void sayInCompanyTooThatARowWasMissing() {
        UUID nobody = UUID.randomUUID();
        assertThatThrownBy(() -> transactions.asHub(() -> {
            Running.inCompany(List.of(), IntStream.range(0, 2).<Runnable>mapToObj(number -> () -> Running.writeGiven(
                    "update transmission t set state = 'READ' from given where t.id = given.id").param("id", nobody)
                    .queueForOne("unread transmission", nobody)).toList());
            return subject;
        })).isInstanceOf(IllegalStateException.class).hasMessageContaining("2 of unread transmission");
    }

    private QueuedWrites.Write noteIn(String json) {
        return Running.writeGiven("""
                insert into journal (at, party, kind, subject, detail)
                select now(), 'FAIRWAY', coalesce(json::jsonb ->> 'a', 'nothing'), subject, '{}'::json from given order by ordinal""")
                .param("subject", subject).param("json", json);
    }

    private QueuedWrites.Write appendGiven(String kind) {
        return Running.writeGiven("""
                insert into journal (at, party, kind, subject, detail)
                select now(), 'FAIRWAY', kind, subject, '{}'::json from given order by ordinal""").param("kind", kind).param("subject", subject);
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
