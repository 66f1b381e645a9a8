package io.fairway.ledger.fabric;

import io.fairway.ledger.LedgerRefusedException;
import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.OutcomeUnknownException;
import io.fairway.ledger.UntrustedLedgerException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./fairway ledger}: a party looks at the ledger, checks it, and signs for itself, with its own certificate and key and without a hub.
 *
 * <p>Ends with 0; 1 when the contract says no or something is not proven; 2 when a file cannot be read; 64 for a wrong command line;
 * 69 when the ledger is away; 76 when the ledger said something that its bytes do not bear out.
 */
public final class LedgerMain {
    private static final String USAGE = """
            usage: ./fairway ledger show SUBJECT               the record of a bill, release, party, ... as one peer tells it
                   ./fairway ledger history SUBJECT            every change of it; each is looked up in its block and checked
                   ./fairway ledger ask QUERY [ARGUMENT...]    any query of the contract (docs/contract.md)
                   ./fairway ledger follow [--from BLOCK]      what happens on the ledger, block by block, checked; ends when interrupted
                   ./fairway ledger receipt TRANSACTION --out FILE      the proof that it stands on the ledger
                   ./fairway ledger verify FILE [--root HEX]   checks a receipt or a fact proof, offline
                   ./fairway ledger intent sign FILE --key KEY --public CERTIFICATE|KEY     signs an intent here, with your own key
                   ./fairway ledger submit INTENT SIGNATURE... has an intent of yours carried out, without a hub
            options: --profile FILE (or FAIRWAY_LEDGER_PROFILE): network, certificates, and who you are
                     --msp ID --certificate FILE --key FILE: who you are, if not as the profile says
            """;

    private LedgerMain() {}

    /** Runs one command. */
    public static void main(String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, System.getenv(), arguments));
    }

    /** Runs one command and says with what it ends. */
    static int run(PrintStream out, PrintStream err, Map<String, String> environment, String... arguments) {
        try {
            var line = new CommandLine(arguments);
            if (line.wordsFrom(0).equals(List.of("help"))) {
                out.print(USAGE);
                return 0;
            }
            return new LedgerCommands(out, line, Optional.ofNullable(environment.get("FAIRWAY_LEDGER_PROFILE"))).run();
        } catch (CommandLine.WrongException e) {
            err.println("fairway ledger: " + e.getMessage());
            err.print(USAGE);
            return 64;
        } catch (LedgerRefusedException e) {
            err.println("fairway ledger: the contract says no: " + e.getMessage());
            return 1;
        } catch (LedgerUnavailableException | OutcomeUnknownException e) {
            err.println("fairway ledger: " + e.getMessage());
            return 69;
        } catch (UntrustedLedgerException e) {
            err.println("fairway ledger: DO NOT BELIEVE THIS LEDGER: " + e.getMessage());
            return 76;
        } catch (IllegalArgumentException e) {
            err.println("fairway ledger: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("fairway ledger: cannot read or write: " + e.getMessage());
            return 2;
        }
    }
}
