package io.fairway.verifier;

import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.DigestProof;
import io.fairway.ledger.proof.FactProof;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.LedgerTransaction;
import io.fairway.ledger.proof.NetworkTrust;
import io.fairway.ledger.proof.ReceiptVerdict;
import io.fairway.ledger.proof.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container proves by way of the ledger: {@code NAME.anchor} leads from the digest of {@code NAME} to a root that a receipt shows as
 * anchored, {@code NAME.anchored} from the digest of a document that is not here, {@code NAME.fact} from one fact to a root that a receipt
 * shows as attested.
 */
final class LedgerEvidence {
    private static final String RECEIPT = ".receipt";
    private static final String ANCHOR = ".anchor";
    private static final String ANCHORED = ".anchored";
    private static final String FACT = ".fact";
    private static final String APPEND = "anchor.append";
    private static final String ATTEST = "attestation.make";
    private static final Pattern ROOT = Pattern.compile("\"root\":\"([0-9a-f]{64})\"");

    private final Map<String, byte[]> files;
    private final Map<String, Set<String>> roots = Map.of(APPEND, new TreeSet<>(), ATTEST, new TreeSet<>());

    /** @param trust whom to believe about the ledger */
    LedgerEvidence(Map<String, byte[]> files, NetworkTrust trust) {
        this.files = Map.copyOf(files);
        files.forEach((name, bytes) -> {
            if (name.endsWith(RECEIPT)) {
                shown(bytes, trust);
            }
        });
    }

    private void shown(byte[] receipt, NetworkTrust trust) {
        read(receipt).map(found -> found.check(trust)).filter(ReceiptVerdict::isProven).flatMap(ReceiptVerdict::transaction)
                .filter(transaction -> roots.containsKey(transaction.name())).ifPresent(transaction -> {
                    Matcher root = ROOT.matcher(intent(transaction));
                    if (root.find()) {
                        roots.getOrDefault(transaction.name(), Set.of()).add(root.group(1));
                    }
                });
    }

    private boolean shows(String action, Digest root) {
        return roots.getOrDefault(action, Set.of()).contains(root.hex());
    }

    /** What is no receipt shows nothing; that it is none is said where receipts are checked. */
    private static Optional<LedgerReceipt> read(byte[] receipt) {
        try {
            return Optional.of(LedgerReceipt.read(receipt));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static String intent(LedgerTransaction transaction) {
        return transaction.arguments().isEmpty() ? "" : new String(transaction.arguments().getFirst(), StandardCharsets.UTF_8);
    }

    /** Checks every anchor and fact, says so in {@code lines}, and gives whether all stand. */
    boolean check(List<String> lines) {
        boolean all = true;
        for (String name : new TreeSet<>(files.keySet())) {
            try {
                all &= checked(name, lines);
            } catch (UnreadableException e) {
                lines.add("BROKEN  " + name + ": " + e.getMessage());
                all = false;
            }
        }
        return all;
    }

    private boolean checked(String name, List<String> lines) {
        byte[] bytes = files.getOrDefault(name, new byte[0]);
        if (name.endsWith(ANCHOR)) {
            return check(name, lines);
        }
        if (name.endsWith(ANCHORED)) {
            DigestProof proof = DigestProof.read(bytes);
            return told(name, shows(APPEND, proof.root()), "the document with SHA-256 " + proof.digest().hex() + " stood on the ledger", proof.root(), lines);
        }
        if (name.endsWith(FACT)) {
            FactProof proof = FactProof.read(bytes);
            return told(name, shows(ATTEST, proof.root()), proof.fact().name() + " = " + proof.fact().value() + ", as attested on the ledger",
                    proof.root(), lines);
        }
        return true;
    }

    private static boolean told(String name, boolean shown, String what, Digest root, List<String> lines) {
        lines.add((shown ? "holds   " : "BROKEN  ") + name + ": " + what + " under the root " + root.hex() + (shown ? "" : ", which no receipt here shows"));
        return shown;
    }

    private boolean check(String name, List<String> lines) {
        String file = name.substring(0, name.length() - ANCHOR.length());
        byte[] content = files.get(file);
        if (content == null) {
            lines.add("BROKEN  " + name + " is beside no file");
            return false;
        }
        DigestProof proof = DigestProof.read(files.getOrDefault(name, new byte[0]));
        boolean ofFile = proof.digest().equals(Digest.over(content));
        boolean shown = shows(APPEND, proof.root());
        lines.add((ofFile && shown ? "holds   " : "BROKEN  ") + file
                + (ofFile ? " stood on the ledger under the root " : " is not what was anchored under ") + proof.root().hex()
                + (shown ? "" : ", which no receipt here shows"));
        return ofFile && shown;
    }
}
