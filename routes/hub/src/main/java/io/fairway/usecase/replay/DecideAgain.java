package io.fairway.usecase.replay;

import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.Decision;
import io.fairway.clearance.RecordedEvent;
import io.fairway.clearance.Source;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Facts;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.TellCounterparts;
import io.fairway.usecase.Transactions;
import java.util.List;
import java.util.Set;

/** Decides anew on what came in no document: an upload, a hold lifted by hand, news of the ledger. */
public final class DecideAgain {
    private final Transactions transactions;
    private final Consignments consignments;
    private final Facts facts;
    private final Parties parties;
    private final TellCounterparts tell;

    public DecideAgain(Transactions transactions, Consignments consignments, Facts facts, Parties parties, TellCounterparts tell) {
        this.transactions = transactions;
        this.consignments = consignments;
        this.facts = facts;
        this.parties = parties;
        this.tell = tell;
    }

    void decide(ConsignmentId consignment, Recording.Heard heard) {
        transactions.asRecordedHub(() -> decided(consignment, heard));
    }

    private Decision decided(ConsignmentId consignment, Recording.Heard heard) {
        RecordedEvent event = heard.event();
        var source = new Source(event.sender(), parties.find(new PartyId(event.sender())).map(PartyRecord::roles).orElse(Set.of()),
                event.interchange(), event.message(), event.receivedAt());
        ClearanceCase before = consignments.lock(consignment);
        Decision decision = before.decide(event.event(), event.occurredAt(), source);
        switch (decision) {
            case Decision.Applied applied -> {
                ClearanceCase after = before.with(applied.events());
                consignments.save(consignment, after, applied.events(), applied.reconsidered(), heard.cause());
                facts.find(heard.cause()).ifPresent(fact -> tell.tell(after, fact, applied.notices()));
            }
            case Decision.Kept kept -> consignments.save(consignment, before.with(kept.events()), kept.events(), List.of(), heard.cause());
            case Decision.Repeated _, Decision.Refused _ -> { }
        }
        return decision;
    }
}
