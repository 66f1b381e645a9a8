package io.fairway.ledger.fabric;

import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.FactProof;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.NetworkTrust;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Checks a receipt or a fact proof from its bytes, and says aspect by aspect what holds. */
final class OfflineCheck {
    private final PrintStream out;
    private final NetworkTrust trust;

    OfflineCheck(PrintStream out, NetworkTrust trust) {
        this.out = out;
        this.trust = trust;
    }

    /** Ends with 0 if it is proven, 1 if not. */
    int check(Path file, Optional<Digest> root) throws IOException {
        var bytes = Files.readAllBytes(file);
        return bytes.length > 3 && bytes[2] == 'F' ? fact(FactProof.read(bytes), root) : receipt(LedgerReceipt.read(bytes));
    }

    private int receipt(LedgerReceipt receipt) {
        var verdict = receipt.check(trust);
        verdict.findings().forEach(finding -> out.println((finding.holds() ? "holds  " : "FAILS  ") + finding.aspect() + ": " + finding.found()));
        verdict.transaction().ifPresent(transaction -> {
            out.println(transaction.name() + " on channel " + transaction.channel() + ", submitted by " + transaction.creator());
            transaction.arguments().forEach(argument -> out.println("  " + new String(argument, StandardCharsets.UTF_8)));
        });
        out.println(verdict.isProven() ? "PROVEN: " + receipt.transactionId() : "NOT PROVEN");
        return verdict.isProven() ? 0 : 1;
    }

    private int fact(FactProof proof, Optional<Digest> root) {
        out.println(proof.fact().name() + " = " + proof.fact().value());
        out.println("leads to the root " + proof.root());
        if (root.isEmpty()) {
            out.println("NOT PROVEN: give --root, as a receipt shows it on the ledger");
            return 1;
        }
        var proven = proof.root().equals(root.get());
        out.println(proven ? "PROVEN: the document with this root says so" : "NOT PROVEN: another root");
        return proven ? 0 : 1;
    }
}
