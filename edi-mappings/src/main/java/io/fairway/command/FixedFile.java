package io.fairway.command;

import io.fairway.command.CheckOptions.Fixes;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The corrected copy beside an original.
 *
 * @param path where it was written
 * @param corrections what was changed, by place
 * @param left findings with a proposal that was not carried out: not sure enough, or for a person to fill in
 */
record FixedFile(Path path, List<Correction> corrections, List<Finding> left) {

    /** @throws IOException when the original cannot be read or the copy not be written */
    static FixedFile write(Path original, List<InterchangeCheck> checks, Fixes fixes) throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        var corrections = new ArrayList<Correction>();
        var left = new ArrayList<Finding>();
        for (InterchangeCheck check : checks) {
            for (Finding finding : check.findings()) {
                if (finding.fix().isPresent()) {
                    var correction = isWanted(finding, fixes) ? Correction.of(finding, bytes, check.envelope()) : java.util.Optional.<Correction>empty();
                    correction.ifPresentOrElse(corrections::add, () -> left.add(finding));
                }
            }
        }
        List<Correction> made = Correction.inOrder(corrections);
        corrections.stream().filter(correction -> !made.contains(correction)).forEach(missed -> left.add(missed.finding()));
        Path path = beside(original);
        if (!made.isEmpty()) {
            Files.write(path, Correction.apply(bytes, made));
        }
        return new FixedFile(path, made, List.copyOf(left));
    }

    private static boolean isWanted(Finding finding, Fixes fixes) {
        Certainty certainty = finding.fix().orElseThrow().certainty();
        return switch (fixes) {
            case NONE -> false;
            case CERTAIN -> certainty == Certainty.CERTAIN;
            case LIKELY -> true;
        };
    }

    /** {@code manifest.edi} becomes {@code manifest.fixed.edi}. */
    static Path beside(Path original) {
        String name = String.valueOf(original.getFileName());
        int dot = name.lastIndexOf('.');
        return original.resolveSibling(dot <= 0 ? name + ".fixed" : name.substring(0, dot) + ".fixed" + name.substring(dot));
    }
}
