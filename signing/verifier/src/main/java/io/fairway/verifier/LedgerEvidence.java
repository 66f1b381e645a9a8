package io.fairway.verifier;

import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.DigestProof;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.LedgerTransaction;
import io.fairway.ledger.proof.NetworkTrust;
import io.fairway.ledger.proof.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether files of a container were anchored: {@code NAME.anchor} leads from the digest of {@code NAME} to a root that a receipt shows on the ledger. */
final class LedgerEvidence {
    private static final String RECEIPT = ".receipt";
    private static final String ANCHOR = ".anchor";
    private static final Pattern ROOT = Pattern.compile("\"root\":\"([0-9a-f]{64})\"");

    private final Map<String, byte[]> files;
    private final Set<String> roots = new TreeSet<>();

    /** @param trust whom to believe about the ledger */
    LedgerEvidence(Map<String, byte[]> files, NetworkTrust trust) {
        this.files = Map.copyOf(files);
        files.forEach((name, bytes) -> {
            if (name.endsWith(RECEIPT)) {
                anchored(bytes, trust);
            }
        });
    }

    private void anchored(byte[] receipt, NetworkTrust trust) {
        read(receipt).flatMap(found -> found.check(trust).transaction()).filter(transaction -> transaction.name().equals("anchor.append"))
                .map(LedgerEvidence::intent).map(ROOT::matcher).filter(Matcher::find).ifPresent(found -> roots.add(found.group(1)));
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

    /** Checks every anchor, says so in {@code lines}, and gives whether all stand. */
    boolean check(List<String> lines) {
        return files.keySet().stream().filter(name -> name.endsWith(ANCHOR)).sorted().map(name -> check(name, lines)).reduce(true, Boolean::logicalAnd);
    }

    private boolean check(String name, List<String> lines) {
        String file = name.substring(0, name.length() - ANCHOR.length());
        byte[] content = files.get(file);
        if (content == null) {
            lines.add("BROKEN  " + name + " is beside no file");
            return false;
        }
        try {
            DigestProof proof = DigestProof.read(files.getOrDefault(name, new byte[0]));
            boolean ofFile = proof.digest().equals(Digest.over(content));
            boolean shown = roots.contains(proof.root().hex());
            lines.add((ofFile && shown ? "holds   " : "BROKEN  ") + file
                    + (ofFile ? " stood on the ledger under the root " : " is not what was anchored under ") + proof.root().hex()
                    + (shown ? "" : ", which no receipt here shows"));
            return ofFile && shown;
        } catch (UnreadableException e) {
            lines.add("BROKEN  " + name + ": " + e.getMessage());
            return false;
        }
    }
}
