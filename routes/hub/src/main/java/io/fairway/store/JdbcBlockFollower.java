package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.ledger.BlockFollower;
import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.RecordedBlock;
import io.fairway.ledger.RecordedEvent;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.usecase.title.LedgerNames;
import io.fairway.usecase.title.Quantity;
import io.fairway.usecase.title.RightKind;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes in the ledger's blocks: bills and releases as they stand now, their history, who sees them, and what a case must hear of it; all
 * of one block and the checkpoint after it in one transaction.
 */
public final class JdbcBlockFollower implements BlockFollower {
    private static final List<String> NAMING = List.of("carrier", "issuer", "holder", "offeredTo", "orderTo", "pledgee", "terminal", "haulier", "claimant");

    private final Transactions transactions;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public JdbcBlockFollower(Transactions transactions, Identifiers identifiers, InstantSource clock) {
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Override
    public Checkpoint checkpoint() {
        try {
            return transactions.asHub(() -> stored("").orElse(Checkpoint.start()));
        } catch (StoreUnavailableException e) {
            throw new LedgerUnavailableException("The checkpoint cannot be read", e);
        }
    }

    private static Optional<Checkpoint> stored(String lock) {
        return Running.sql("select next_block, previous_hash from ledger_checkpoint " + lock)
                .query((row, number) -> new Checkpoint(row.getLong("next_block"), Optional.ofNullable(row.getString("previous_hash")))).optional();
    }

    @Override
    public void take(RecordedBlock block) {
        try {
            transactions.asHub(() -> {
                Running.sql("insert into ledger_checkpoint (next_block) values (0) on conflict do nothing").update();
                long next = stored("for update").orElseThrow().nextBlock();
                if (block.number() >= next) {
                    block.events().forEach(this::take);
                    Running.sql("update ledger_checkpoint set next_block = :next, previous_hash = :hash")
                            .param("next", block.after().nextBlock()).param("hash", block.after().previousHash().orElse(null)).update();
                }
                return next;
            });
        } catch (StoreUnavailableException e) {
            throw new LedgerUnavailableException("Block " + block.number() + " cannot be stored", e);
        }
    }

    private void take(RecordedEvent event) {
        FlatRecord record = FlatRecord.read(event.payload());
        String subject = record.find("subject").orElse("");
        if (subject.startsWith("bill/")) {
            put(RightKind.BILL, subject, record, event);
            record.find("replacedBy").ifPresent(replacement -> put(RightKind.BILL, replacement, replacement(record), event));
        } else if (subject.startsWith("release/")) {
            put(RightKind.RELEASE, subject, record, event);
        } else if (record.find("result").filter("clash"::equals).isPresent()) {
            clashed(record, event);
        } else if (subject.startsWith("financing/")) {
            put(RightKind.FINANCING, subject, record, event);
        } else if (subject.startsWith("attestation/")) {
            put(RightKind.ATTESTATION, subject, record, event);
            showToCase(subject);
        } else if (subject.startsWith("anchor/")) {
            anchored(subject, record, event);
        }
    }

    /** Who sees the case sees what was attested of it, and so does who said it. */
    private static void showToCase(String subject) {
        Running.sql("""
                insert into ledger_right_access (party, right_id)
                select distinct who.party, r.id from ledger_right r, (
                    select x.party from ledger_attestation a join consignment_access x on x.consignment = a.consignment where a.subject = :subject
                    union select t.party from ledger_act t where t.lane = :subject) who
                where r.subject = :subject on conflict do nothing""").param("subject", subject).update();
    }

    /** Both sides hear of it, each under the other's handle; where this hub cannot follow a handle, nobody here is told. */
    private void clashed(FlatRecord record, RecordedEvent event) {
        Running.sql("""
                insert into financing_clash (id, transaction, contact, party, other_contact, other_party, told_at)
                select :id, :transaction, :contact, (select party from financing_contact where contact = :contact),
                       :other, (select party from financing_contact where contact = :other), :now
                on conflict (transaction) do nothing""")
                .param("id", identifiers.next()).param("transaction", event.transactionId()).param("contact", record.text("contact"))
                .param("other", record.text("otherContact")).param("now", time(clock.instant())).update();
    }

    private static void anchored(String subject, FlatRecord record, RecordedEvent event) {
        Running.sql("""
                insert into ledger_anchor (subject, number, root, previous, first, size, transaction, block)
                values (:subject, :number, :root, :previous, :first, :size, :transaction, :block) on conflict do nothing""")
                .param("subject", subject).param("number", Long.parseLong(record.text("version"))).param("root", record.text("root"))
                .param("previous", record.text("previous")).param("first", Long.parseLong(record.text("first")))
                .param("size", Long.parseLong(record.text("count"))).param("transaction", event.transactionId()).param("block", event.block())
                .update();
    }

    /** The contract says of a replacement what differs; holder and pledgee are the old one's. */
    private static FlatRecord replacement(FlatRecord old) {
        var members = new java.util.TreeMap<String, String>();
        Stream.of("carrier", "holder", "pledgee", "action", "by", "event", "custody").forEach(name -> old.find(name)
                .ifPresent(value -> members.put(name, value)));
        old.find("replacedByRoot").ifPresent(root -> members.put("root", root));
        old.find("replacedByForm").ifPresent(form -> members.put("form", form));
        old.find("replacedByOrderTo").ifPresent(order -> members.put("orderTo", order));
        members.put("state", "held");
        members.put("version", "1");
        members.put("replaces", old.text("subject"));
        return FlatRecord.of(members);
    }

    private void put(RightKind kind, String subject, FlatRecord record, RecordedEvent event) {
        long version = Long.parseLong(record.text("version"));
        Running.sql("""
                insert into ledger_right (id, subject, kind, version, record, number, changed_at)
                values (:id, :subject, :kind, :version, :record,
                        (select value from ledger_commitment where digest = :digest), :now)
                on conflict (subject) do update set version = excluded.version, record = excluded.record,
                    number = coalesce(ledger_right.number, excluded.number), changed_at = excluded.changed_at
                where ledger_right.version < excluded.version""")
                .param("id", identifiers.next()).param("subject", subject).param("kind", kind.name()).param("version", version)
                .param("record", record.canonical()).param("digest", commitmentOfNumber(subject, record)).param("now", time(clock.instant()))
                .update();
        UUID right = Running.sql("select id from ledger_right where subject = :subject").param("subject", subject).query(UUID.class).single();
        Running.sql("delete from ledger_right_access where right_id = :right").param("right", right).update();
        NAMING.stream().flatMap(name -> record.find(name).stream()).flatMap(name -> LedgerNames.party(name).stream()).distinct().forEach(party ->
                Running.sql("insert into ledger_right_access (party, right_id) values (:party, :right)")
                        .param("party", party.value()).param("right", right).update());
        openQuantity(right, version, record);
        tell(right, version, record, event);
    }

    /** What a commitment to a quantity stands for came here beside the act, if the act came by way of this hub. */
    private static void openQuantity(UUID right, long version, FlatRecord record) {
        Optional<String> commitment = switch (record.find("action").orElse("")) {
            case "release.issue" -> record.find("quantity");
            case "release.redeem" -> record.find("lastQuantity");
            default -> Optional.empty();
        };
        commitment.flatMap(expected -> Running.sql("select quantity from ledger_act where actor = :actor and event = :event and quantity is not null")
                .param("actor", record.text("by")).param("event", record.text("event")).query(String.class).optional().map(Quantity::read)
                .filter(quantity -> quantity.commitment().equals(expected))).ifPresent(quantity -> Running.sql("""
                insert into ledger_right_quantity (right_id, version, goods, amount, unit)
                values (:right, :version, coalesce((select max(value) from ledger_commitment where kind = 'GOODS' and digest = any(:units::text[])), ''),
                        :amount, :unit) on conflict do nothing""")
                .param("right", right).param("version", version).param("units", record.list("units").toArray(String[]::new))
                .param("amount", quantity.amount()).param("unit", quantity.unit()).update());
    }

    private void tell(UUID right, long version, FlatRecord record, RecordedEvent event) {
        int told = Running.sql("""
                insert into ledger_right_event (right_id, version, action, by_party, custody, transaction, block, record)
                values (:right, :version, :action, :by, :custody, :transaction, :block, :record)
                on conflict do nothing""")
                .param("right", right).param("version", version).param("action", event.name()).param("by", record.find("by").orElse(""))
                .param("custody", record.find("custody").orElse("")).param("transaction", event.transactionId()).param("block", event.block())
                .param("record", record.canonical()).update();
        if (told == 1) {
            Running.sql("insert into ledger_news (right_id, action, by_party, record, told_at) values (:right, :action, :by, :record, :now)")
                    .param("right", right).param("action", event.name()).param("by", record.find("by").orElse(""))
                    .param("record", record.canonical()).param("now", time(clock.instant())).update();
        }
    }

    private static String commitmentOfNumber(String subject, FlatRecord record) {
        String bill = subject.startsWith("bill/") ? subject : record.find("bill").orElse("");
        if (subject.startsWith("financing/")) {
            return subject.split("/")[1];
        }
        return bill.isEmpty() ? record.find("number").orElse("") : bill.split("/")[2];
    }
}
