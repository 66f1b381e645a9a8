package io.fairway.boot;

import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.fabric.FabricLedger;
import io.fairway.ledger.fabric.Patience;
import io.fairway.ledger.proof.NetworkTrust;
import io.fairway.store.JdbcAnchorProofs;
import io.fairway.store.JdbcJournalSeals;
import io.fairway.store.JdbcKeepings;
import io.fairway.usecase.JournalVerdict;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.VerifyJournal;
import io.fairway.usecase.anchor.AnchorProofs;
import io.fairway.usecase.anchor.AnchoredJournal;
import io.fairway.usecase.anchor.CompareJournal;
import io.fairway.usecase.retention.Erasure;
import io.fairway.usecase.retention.Keepings;
import io.fairway.usecase.view.Slice;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Walks the journal of a hub along its chain, and names the first row that is not what was sealed, and all that was erased; then compares the
 * seals with what receipts show on the ledger, believing {@code --trust=FOLDER} or else the folder {@code keys/trust} of the hub's home. With
 * {@code --ledger=PROFILE} the ledger itself is asked for its newest batches, so that a journal whose end was cut off together with its receipts
 * is found too. With the embedded database the hub must be stopped, since the database is its own; with an outside one it may run. Exit 0 when the
 * journal is intact, 1 when it is not.
 */
@Configuration(proxyBeanMethods = false)
@Import({StoreWiring.class, Surroundings.class})
public class JournalMain {
    private static final int MOST_TOLD = 1_000;

    /** The program; takes its settings as the hub does. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /** @return the exit code */
    static int run(PrintStream out, String... arguments) {
        SpringApplication application = HubMain.application(JournalMain.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            Transactions transactions = context.getBean(Transactions.class);
            JournalVerdict verdict = new VerifyJournal(transactions, new JdbcJournalSeals()).verify();
            tell(verdict, out);
            boolean anchored = trust(context).map(trust -> compared(context, transactions, trust, out)).orElseGet(() -> {
                out.println("Nothing is known of a ledger, so that nothing was compared with one");
                return true;
            });
            boolean explained = told(transactions, new JdbcKeepings(), out);
            boolean passed = verdict.isIntact() && anchored && explained;
            out.println(passed ? "TOTAL-PASSED  journal" : "TOTAL-FAILED  journal");
            return passed ? 0 : 1;
        }
    }

    private static Optional<NetworkTrust> trust(ConfigurableApplicationContext context) {
        String named = context.getEnvironment().getProperty("trust", "");
        try {
            return LedgerTrust.read(named.isEmpty() ? context.getBean(HubHome.class).path().resolve("keys").resolve("trust") : Path.of(named));
        } catch (IOException e) {
            throw new UncheckedIOException("Whom to believe about the ledger cannot be read", e);
        }
    }

    private static void tell(JournalVerdict verdict, PrintStream out) {
        verdict.breaks().forEach(found -> out.println("BROKEN  " + switch (found.kind()) {
            case CHANGED -> "row " + found.position() + " was changed, or swapped with another";
            case REMOVED -> "row " + found.position() + " was removed";
            case INSERTED -> "row " + found.position() + " was inserted among sealed rows";
            case CHAIN_BROKEN -> "the chain does not fit seal " + found.position() + ": it was cut or changed";
        }));
        out.println(verdict.sealed() + " rows are as they were sealed; " + verdict.waiting() + " behind the newest seal are not sealed yet");
    }

    /** What is gone, and whether the journal says so for all that is. */
    private static boolean told(Transactions transactions, Keepings keepings, PrintStream out) {
        Optional<String> behind = Optional.empty();
        do {
            var want = new Slice.Want(Slice.Want.MOST, behind);
            Slice<Erasure> erasures = transactions.asHub(() -> keepings.erasures(want));
            erasures.items().forEach(gone -> out.println("ERASED  " + gone.kind() + " " + gone.subject() + " at " + gone.at() + ", by " + gone.by()));
            behind = erasures.next();
        } while (behind.isPresent());
        List<String> unexplained = transactions.asHub(() -> keepings.unexplained(MOST_TOLD));
        unexplained.forEach(gone -> out.println("BROKEN  " + gone + " is gone, and the journal does not say that it was erased"));
        return unexplained.isEmpty();
    }

    private static boolean compared(ConfigurableApplicationContext context, Transactions transactions, NetworkTrust trust, PrintStream out) {
        var here = new JdbcAnchorProofs(transactions);
        String profile = context.getEnvironment().getProperty("ledger", "");
        if (profile.isEmpty()) {
            out.println("The ledger was not asked for its newest batches (--ledger=PROFILE asks it)");
            return compared(here, transactions, trust, out);
        }
        try (Ledger ledger = FabricLedger.of(LedgerProfile.read(Path.of(profile)), Patience.usual())) {
            return compared(new AnchorsOnLedger(here, ledger), transactions, trust, out);
        } catch (IOException e) {
            throw new UncheckedIOException("The profile of the ledger cannot be read", e);
        } catch (LedgerUnavailableException e) {
            out.println("OPEN    the ledger does not answer: " + e.getMessage());
            return false;
        }
    }

    private static boolean compared(AnchorProofs proofs, Transactions transactions, NetworkTrust trust, PrintStream out) {
        AnchoredJournal anchored = new CompareJournal(proofs, new JdbcJournalSeals(), transactions, trust).compare();
        anchored.breaks().forEach(found -> out.println("BROKEN  batch " + found.batch() + " on the ledger: " + switch (found.kind()) {
            case OTHER_SEALS -> "seals " + found.firstSeal() + " to " + found.lastSeal() + " are not those anchored: rows were changed and sealed anew";
            case CUT -> "it has seals up to " + found.lastSeal() + ", which are not here any more";
            case UNKNOWN_HERE -> "before it the ledger has digests that are not here: the database was restored from a copy, or cut";
            case NOT_SHOWN -> "no receipt here shows it";
        }));
        out.println(anchored.anchored() + " seals are as they stand on the ledger; " + anchored.waiting() + " are not there yet");
        return anchored.isIntact();
    }
}
