package io.fairway.usecase;

import io.fairway.clearance.Reason;
import io.fairway.clearance.Source;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Party;
import io.fairway.document.finding.Text;
import io.fairway.usecase.registry.Mandates;
import java.util.Optional;
import java.util.Set;

/** In whose name a fact is said: the sender's own, or that of a principal whose registered and unexpired mandate it has. */
public final class Speakers {
    private final Parties parties;
    private final Mandates mandates;

    public Speakers(Parties parties, Mandates mandates) {
        this.parties = parties;
        this.mandates = mandates;
    }

    /** Who says the fact, and for whom it could speak when the hub received it. */
    Source source(PendingFact fact) {
        PartyRecord sender = parties.find(fact.sender()).orElseThrow(
                () -> new IllegalStateException("Party " + fact.sender() + " is not registered any more"));
        return new Source(fact.sender().value(), sender.roles(), fact.interchangeReference(), fact.message(), fact.receivedAt(),
                mandates.principalsOf(fact.sender(), fact.receivedAt()));
    }

    /** Why the sender may not declare for whom it declares: an importer or exporter who is registered here must have let it. */
    Optional<Reason> refusal(PendingFact fact) {
        if (!(fact.document() instanceof GoodsDeclaration declaration)) {
            return Optional.empty();
        }
        Optional<PartyRecord> principal = switch (declaration.direction()) {
            case IMPORT -> registered(declaration.importer());
            case EXPORT -> registered(declaration.exporter());
        };
        Set<String> allowed = principal.isEmpty() ? Set.of() : mandates.principalsOf(fact.sender(), fact.receivedAt());
        return principal.filter(party -> !party.id().equals(fact.sender()) && !allowed.contains(party.id().value()))
                .map(party -> new Reason("MANDATE_MISSING", new Text(
                        "The sender has no registered mandate of the party it declares for.", "申报人没有委托人的有效登记委托。")));
    }

    private Optional<PartyRecord> registered(Optional<Party> named) {
        return named.map(Party::code).filter(code -> !code.isEmpty()).flatMap(parties::byCode);
    }
}
