package io.fairway.usecase;

import io.fairway.document.code.CodeList;
import io.fairway.usecase.view.CodeListView;
import io.fairway.usecase.view.Slice;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The operator loads a version of a code list, which judges from then on. */
public final class LoadCodeList {
    private final Transactions transactions;
    private final CodeListVersions versions;
    private final CodeListsInForce inForce;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public LoadCodeList(Transactions transactions, CodeListVersions versions, CodeListsInForce inForce, Journal journal, Identifiers identifiers,
                        InstantSource clock) {
        this.transactions = transactions;
        this.versions = versions;
        this.inForce = inForce;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Loaded {
        /** It judges now. */
        record InForce(CodeListView list) implements Loaded {
        }

        /** It is no list. @param expected in one sentence */
        record NoList(String expected) implements Loaded {
        }

        /** Its version is known with other codes; that version stays as it is. */
        record OtherCodes(String title) implements Loaded {
        }
    }

    /** @param file a first line {@code # NAME VERSION}, then one code a line, in UTF-8 */
    public Loaded load(Caller caller, byte[] file) {
        CodeList list;
        try {
            list = CodeList.read(new StringReader(new String(file, StandardCharsets.UTF_8)), "The content");
        } catch (IOException e) {
            return new Loaded.NoList(String.valueOf(e.getMessage()));
        }
        Instant now = clock.instant();
        Optional<CodeListView> kept = transactions.asHub(() -> keep(list, caller, now));
        inForce.refresh();
        return kept.<Loaded>map(Loaded.InForce::new).orElseGet(() -> new Loaded.OtherCodes(list.title()));
    }

    private Optional<CodeListView> keep(CodeList list, Caller caller, Instant now) {
        return switch (versions.keep(list, caller.party(), now)) {
            case OTHER_CODES -> Optional.empty();
            case IN_FORCE -> {
                journal.append(now, caller.party(), "code-list-loaded", identifiers.next(),
                        "{\"list\":\"%s\",\"version\":\"%s\",\"codes\":%d}".formatted(list.name(), list.version(), list.codes().size()));
                yield Optional.of(new CodeListView(list.name(), list.version(), list.codes().size(), now, caller.party().value(),
                        CodeListView.State.IN_FORCE));
            }
        };
    }

    /** Every version, newest loaded first. */
    public Slice<CodeListView> all(Slice.Want want) {
        return transactions.asHub(() -> versions.all(want));
    }
}
