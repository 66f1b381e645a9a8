package io.fairway.usecase.sheet;

import io.fairway.document.id.Sha256;
import io.fairway.signing.Sheet;
import io.fairway.signing.SheetPrinter;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.retention.ErasedException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Prints, seals and keeps sheets (PDF/A-3), so that a party that asks again for the same gets the same bytes, and whoever holds a sheet can ask
 * whether it is from here.
 */
public final class HandOutSheets {
    private final Transactions transactions;
    private final IssuedSheets sheets;
    private final SheetSeal seal;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public HandOutSheets(Transactions transactions, IssuedSheets sheets, SheetSeal seal, Journal journal, Identifiers identifiers, InstantSource clock) {
        this.transactions = transactions;
        this.sheets = sheets;
        this.seal = seal;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * The caller's sheet of something it may see.
     *
     * @param content what stands on it, by its number; asked only for a new one
     * @throws ErasedException when it was handed out and is erased
     * @throws io.fairway.usecase.evidence.EvidenceUnavailableException when there is no timestamp for a new one
     */
    IssuedSheet handOut(Caller caller, SheetKey key, Function<UUID, Sheet> content) {
        return transactions.asParty(caller.party(), () -> sheets.find(key)).map(HandOutSheets::there)
                .orElseGet(() -> kept(caller, printed(key, content)));
    }

    private static IssuedSheet there(IssuedSheet sheet) {
        sheet.erasedAt().ifPresent(at -> {
            throw new ErasedException(at);
        });
        return sheet;
    }

    private IssuedSheet printed(SheetKey key, Function<UUID, Sheet> content) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID number = identifiers.next();
        byte[] pdf = seal.seal(SheetPrinter.print(content.apply(number), now), number, now);
        return new IssuedSheet(number, key, now, pdf, Optional.empty());
    }

    private IssuedSheet kept(Caller caller, IssuedSheet printed) {
        return transactions.asParty(caller.party(), () -> {
            IssuedSheet standing = sheets.keep(caller.party(), printed);
            if (standing.id().equals(printed.id())) {
                journal.append(printed.issuedAt(), caller.party(), "sheet-issued", printed.id(), "{\"%s\":\"%s\",\"version\":%d}"
                        .formatted(printed.key().kind().word(), printed.key().of(), printed.key().version()));
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
