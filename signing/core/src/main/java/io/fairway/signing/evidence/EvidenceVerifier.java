package io.fairway.signing.evidence;

import io.fairway.signing.CadesVerifier;
import io.fairway.signing.Digest;
import io.fairway.signing.JwsVerifier;
import io.fairway.signing.PadesVerifier;
import io.fairway.signing.SignatureFault;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.Verdict;
import io.fairway.signing.XadesVerifier;
import io.fairway.signing.evidence.EvidenceVerdict.Outcome;
import io.fairway.signing.evidence.EvidenceVerdict.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Checks evidence containers: the seal over the manifest, every file against the manifest, and the signatures that parts have of their own
 * (a file {@code x} with {@code x.p7s} beside it, {@code *.signed.xml}, {@code *.jws} and PDF documents), as of the time at which the seal
 * proves them to have existed. Needs neither network nor hub.
 */
public final class EvidenceVerifier {
    private static final String BESIDE = ".p7s";
    private final TrustPolicy policy;

    public EvidenceVerifier(TrustPolicy policy) {
        this.policy = policy;
    }

    /** @param now time of checking */
    public EvidenceVerdict verify(byte[] container, Instant now) {
        SortedMap<String, byte[]> files;
        SortedMap<String, byte[]> digests;
        byte[] manifest;
        try {
            files = EvidenceContainer.read(container);
            manifest = files.getOrDefault(EvidenceContainer.MANIFEST, new byte[0]);
            digests = AsicManifest.read(manifest);
        } catch (IOException e) {
            var failed = new Verdict.TotalFailed(SignatureFault.MALFORMED, "Not an evidence container: " + e.getMessage(), List.of());
            return new EvidenceVerdict(failed, List.of(), Map.of());
        }
        Verdict seal = new CadesVerifier(policy).verify(manifest, files.getOrDefault(EvidenceContainer.SIGNATURE, new byte[0]), now);
        files.remove(EvidenceContainer.MANIFEST);
        files.remove(EvidenceContainer.SIGNATURE);
        List<Part> parts = new ArrayList<>();
        Map<String, byte[]> good = new HashMap<>();
        Instant existedAt = seal instanceof Verdict.TotalPassed passed ? passed.provenAt() : now;
        SortedSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(digests.keySet());
        for (String path : paths) {
            Part part = check(path, files, digests, existedAt);
            parts.add(part);
            if (part.outcome() != Outcome.BROKEN) {
                good.put(path, files.getOrDefault(path, new byte[0]));
            }
        }
        return new EvidenceVerdict(seal, parts, good);
    }

    private Part check(String path, Map<String, byte[]> files, Map<String, byte[]> digests, Instant existedAt) {
        byte[] bytes = files.get(path);
        byte[] digest = digests.get(path);
        if (bytes == null) {
            return new Part(path, Outcome.BROKEN, "is named in the manifest and is missing");
        }
        if (digest == null) {
            return new Part(path, Outcome.BROKEN, "is not named in the manifest: it was added later");
        }
        if (!MessageDigest.isEqual(digest, Digest.sha256(bytes))) {
            return new Part(path, Outcome.BROKEN, "was changed: its SHA-256 is not the one in the manifest");
        }
        byte[] beside = files.get(path + BESIDE);
        if (beside != null) {
            return part(path, new CadesVerifier(policy).verify(bytes, beside, existedAt));
        }
        if (path.endsWith(".signed.xml")) {
            return part(path, new XadesVerifier(policy).verifyEnveloped(bytes, existedAt));
        }
        if (path.endsWith(".jws")) {
            return part(path, new JwsVerifier(policy).verify(new String(bytes, StandardCharsets.US_ASCII).strip(), existedAt));
        }
        if (path.endsWith(".pdf")) {
            return part(path, new PadesVerifier(policy).verify(bytes, existedAt));
        }
        return new Part(path, Outcome.GOOD, "is as it was sealed");
    }

    private static Part part(String path, Verdict verdict) {
        return switch (verdict) {
            case Verdict.TotalPassed passed -> new Part(path, Outcome.GOOD, "is as it was sealed; signed by "
                    + passed.signer().getSubjectX500Principal().getName() + ", proven at " + passed.provenAt());
            case Verdict.TotalFailed failed -> new Part(path, Outcome.BROKEN, failed.fault().code() + ' ' + failed.detail());
            case Verdict.Indeterminate open -> new Part(path, Outcome.OPEN, open.fault().code() + ' ' + open.detail());
        };
    }
}
