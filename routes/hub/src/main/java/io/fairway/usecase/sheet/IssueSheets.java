package io.fairway.usecase.sheet;

import io.fairway.document.id.Sha256;
import io.fairway.signing.SheetPrinter;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.retention.ErasedException;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.view.RightView;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Hands out bills and releases as sealed sheets (PDF/A-3), to whoever may see them. A party that asks again for the same version gets the same
 * bytes. Whoever holds a sheet can ask whether it is from here.
 */
public final class IssueSheets {
    private final Rights rights;
    private final Transactions transactions;
    private final IssuedSheets sheets;
    private final UnitNames units;
    private final RightSheet content;
    private final SheetSeal seal;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;

    /**
     * @param units names containers of releases for who may see them
     * @param json writes a view as the API does
     * @param book journal, identifiers and time
     */
    public IssueSheets(Rights rights, Transactions transactions, IssuedSheets sheets, UnitNames units, Function<Object, byte[]> json,
                       SheetSeal seal, Book book) {
        this.rights = rights;
        this.transactions = transactions;
        this.sheets = sheets;
        this.units = units;
        this.content = new RightSheet(json);
        this.seal = seal;
        this.journal = book.journal();
        this.identifiers = book.identifiers();
        this.clock = book.clock();
    }

    /** What an issue is written down with. */
    public record Book(Journal journal, Identifiers identifiers, InstantSource clock) {
    }

    /**
     * The sheet of a right as it stands now.
     *
     * @return empty when the caller may not see the right, or there is none
     * @throws ErasedException when it was handed out and is erased with its case
     * @throws io.fairway.usecase.evidence.EvidenceUnavailableException when there is no timestamp for a new one
     */
    public Optional<IssuedSheet> issue(Caller caller, RightKind kind, UUID id) {
        return rights.find(caller, kind, id).map(right -> transactions.asParty(caller.party(), () -> sheets.find(id, right.version()))
                .map(IssueSheets::there).orElseGet(() -> kept(caller, printed(caller, kind, right))));
    }

    private static IssuedSheet there(IssuedSheet sheet) {
        sheet.erasedAt().ifPresent(at -> {
            throw new ErasedException(at);
        });
        return sheet;
    }

    private IssuedSheet printed(Caller caller, RightKind kind, RightView right) {
        List<String> containers = kind == RightKind.RELEASE ? transactions.asParty(caller.party(), () -> units.of(right)) : List.of();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID number = identifiers.next();
        byte[] pdf = seal.seal(SheetPrinter.print(content.of(kind, right, number, containers), now), number, now);
        return new IssuedSheet(number, right.id(), kind, right.version(), now, pdf, Optional.empty());
    }

    private IssuedSheet kept(Caller caller, IssuedSheet printed) {
        return transactions.asParty(caller.party(), () -> {
            IssuedSheet standing = sheets.keep(caller.party(), printed);
            if (standing.id().equals(printed.id())) {
                journal.append(printed.issuedAt(), caller.party(), "sheet-issued", printed.id(), "{\"%s\":\"%s\",\"version\":%d}"
                        .formatted(printed.kind().word(), printed.right(), printed.version()));
            }
            return standing;
        });
    }

    /** Whether this hub issued a sheet of this number. */
    public Optional<IssuedSheet.Known> known(UUID number) {
        return transactions.asHub(() -> sheets.known(number));
    }

    /** Whether this hub issued a sheet of exactly these bytes. */
    public Optional<IssuedSheet.Known> known(Sha256 digest) {
        return transactions.asHub(() -> sheets.known(digest));
    }
}
