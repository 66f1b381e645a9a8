package io.fairway.usecase.sheet;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.view.RightView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Hands out bills and releases as sealed sheets, to whoever may see them. */
public final class IssueSheets {
    private final Rights rights;
    private final Transactions transactions;
    private final UnitNames units;
    private final RightSheet content;
    private final HandOutSheets sheets;

    /**
     * @param units names containers of releases for who may see them
     * @param json writes a view as the API does
     */
    public IssueSheets(Rights rights, Transactions transactions, UnitNames units, Function<Object, byte[]> json, HandOutSheets sheets) {
        this.rights = rights;
        this.transactions = transactions;
        this.units = units;
        this.content = new RightSheet(json);
        this.sheets = sheets;
    }

    /**
     * The sheet of a right as it stands now.
     *
     * @return empty when the caller may not see the right, or there is none
     * @throws io.fairway.usecase.retention.ErasedException when it was handed out and is erased with its case
     * @throws io.fairway.usecase.evidence.EvidenceUnavailableException when there is no timestamp for a new one
     */
    public Optional<IssuedSheet> issue(Caller caller, RightKind kind, UUID id) {
        return rights.find(caller, kind, id).map(right -> sheets.handOut(caller, SheetKey.of(SheetKind.of(kind), id, right.version()), number ->
                content.of(kind, right, number, containers(caller, kind, right))));
    }

    private List<String> containers(Caller caller, RightKind kind, RightView right) {
        return kind == RightKind.RELEASE ? transactions.asParty(caller.party(), () -> units.of(right)) : List.of();
    }
}
