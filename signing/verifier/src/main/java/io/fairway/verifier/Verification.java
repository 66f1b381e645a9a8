package io.fairway.verifier;

import io.fairway.ledger.proof.FactProof;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.LedgerTransaction;
import io.fairway.ledger.proof.ReceiptVerdict;
import io.fairway.ledger.proof.UnreadableException;
import io.fairway.signing.CadesVerifier;
import io.fairway.signing.JwsVerifier;
import io.fairway.signing.PadesVerifier;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.XadesVerifier;
import io.fairway.signing.evidence.EvidenceVerdict;
import io.fairway.signing.evidence.EvidenceVerifier;
import io.fairway.verifier.Report.Indication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds out what a file is and checks it: evidence container, PDF, signed XML, compact JWS, a file with its signature beside, ledger receipt. */
final class Verification {
    private static final String RECEIPT = ".receipt";
    private static final String FACT = ".fact";
    private static final String BROUGHT = "trust/";

    private final Optional<Trust> given;
    private final Instant now;

    /** @param given whom to believe; when empty, what a container brings along is used, and nothing passes */
    Verification(Optional<Trust> given, Instant now) {
        this.given = given;
        this.now = now;
    }

    /** @param beside the signature that lies beside the file, if any */
    Report check(byte[] file, Optional<byte[]> beside) throws IOException {
        if (beginsWith(file, "PK")) {
            return container(file);
        }
        if (given.isEmpty()) {
            return new Report(Indication.INDETERMINATE, List.of("Say whom you believe: --trust FOLDER, with roots.pem in it"));
        }
        Trust trust = given.get();
        if (beside.isPresent()) {
            return Report.of(new CadesVerifier(trust.policy()).verify(file, beside.get(), now));
        }
        if (beginsWith(file, "%PDF")) {
            return Report.of(new PadesVerifier(trust.policy()).verify(file, now));
        }
        if (beginsWith(file, "<") || file.length > 0 && file[0] == (byte) 0xEF) {
            return Report.of(new XadesVerifier(trust.policy()).verifyEnveloped(file, now));
        }
        if (beginsWith(file, "ey")) {
            return Report.of(new JwsVerifier(trust.policy()).verify(new String(file, StandardCharsets.US_ASCII).strip(), now));
        }
        if (beginsWith(file, "FWFP")) {
            return fact(file);
        }
        return receipt(file, trust);
    }

    private Report container(byte[] file) throws IOException {
        EvidenceVerdict first = new EvidenceVerifier(TrustPolicy.of(Set.of())).verify(file, now);
        Optional<Trust> brought = given.isPresent() ? Optional.empty() : brought(first.files());
        Optional<Trust> believed = given.or(() -> brought);
        if (believed.isEmpty()) {
            return report(first, List.of("Nobody is trusted: the container names no roots, and none were given (--trust FOLDER)"));
        }
        Trust trust = believed.get();
        EvidenceVerdict verdict = new EvidenceVerifier(trust.policy()).verify(file, now);
        List<String> ledger = new ArrayList<>();
        boolean proven = checkLedger(verdict.files(), trust, ledger)
                & trust.ledger().map(network -> new LedgerEvidence(verdict.files(), network).check(ledger)).orElse(true);
        Report report = report(verdict, ledger);
        if (!proven) {
            report = new Report(Indication.TOTAL_FAILED, report.lines());
        }
        if (brought.isEmpty()) {
            return report;
        }
        List<String> roots = new ArrayList<>();
        roots.add("Checked against the roots that the container brings along. Compare them, or give your own (--trust FOLDER):");
        trust.fingerprints().forEach(root -> roots.add("  " + root));
        return report.resting(roots);
    }

    private static Optional<Trust> brought(Map<String, byte[]> files) throws IOException {
        Map<String, byte[]> trust = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(BROUGHT)) {
                trust.put(path.substring(BROUGHT.length()), bytes);
            }
        });
        return trust.isEmpty() ? Optional.empty() : Optional.of(Trust.of(trust));
    }

    private static Report report(EvidenceVerdict verdict, List<String> more) {
        List<String> lines = new ArrayList<>();
        verdict.parts().forEach(part -> lines.add(switch (part.outcome()) {
            case GOOD -> "good    ";
            case BROKEN -> "BROKEN  ";
            case OPEN -> "open    ";
        } + part.path() + ' ' + part.checked()));
        lines.addAll(Report.of(verdict.seal()).lines());
        lines.addAll(more);
        return new Report(Indication.of(verdict.indication()), lines);
    }

    private static boolean checkLedger(Map<String, byte[]> files, Trust trust, List<String> lines) {
        boolean all = true;
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            if (file.getKey().endsWith(RECEIPT)) {
                Report report = receipt(file.getValue(), trust);
                all &= report.indication() == Indication.TOTAL_PASSED;
                report.lines().forEach(line -> lines.add(file.getKey() + ": " + line));
            } else if (file.getKey().endsWith(FACT) && trust.ledger().isEmpty()) {
                fact(file.getValue()).lines().forEach(line -> lines.add(file.getKey() + ": " + line));
            }
        }
        return all;
    }

    private static Report receipt(byte[] bytes, Trust trust) {
        if (trust.ledger().isEmpty()) {
            return new Report(Indication.INDETERMINATE, List.of("The trusted folder says nothing of a ledger (ledger/members/MSPID.pem)"));
        }
        try {
            ReceiptVerdict verdict = LedgerReceipt.read(bytes).check(trust.ledger().get());
            List<String> lines = new ArrayList<>();
            verdict.findings().forEach(finding -> lines.add((finding.holds() ? "holds   " : "BROKEN  ") + finding.aspect() + ": " + finding.found()));
            verdict.transaction().ifPresent(transaction -> lines.add(told(transaction)));
            return new Report(verdict.isProven() ? Indication.TOTAL_PASSED : Indication.TOTAL_FAILED, lines);
        } catch (UnreadableException e) {
            return Report.failed("Neither a signed document nor a ledger receipt: " + e.getMessage());
        }
    }

    private static String told(LedgerTransaction transaction) {
        return "On the ledger channel " + transaction.channel() + ": " + transaction.name() + ", transaction " + transaction.id();
    }

    /** A fact alone proves nothing; it leads to a root, which a receipt shows on the ledger. */
    private static Report fact(byte[] bytes) {
        try {
            FactProof proof = FactProof.read(bytes);
            return new Report(Indication.INDETERMINATE, List.of("The fact " + proof.fact().name() + " = " + proof.fact().value()
                    + " leads to the root " + proof.root().hex() + ", which a receipt must show on the ledger"));
        } catch (UnreadableException e) {
            return Report.failed("Not a fact proof: " + e.getMessage());
        }
    }

    private static boolean beginsWith(byte[] file, String letters) {
        byte[] expected = letters.getBytes(StandardCharsets.US_ASCII);
        return file.length >= expected.length && Arrays.mismatch(file, 0, expected.length, expected, 0, expected.length) < 0;
    }
}
