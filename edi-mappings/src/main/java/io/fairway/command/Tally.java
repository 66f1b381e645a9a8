package io.fairway.command;

import io.fairway.document.finding.Certainty;

/** What was counted over all inputs. */
record Tally(long files, long interchanges, long unreadable, long errors, long warnings, long fixes, long certain) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    Tally withFile() {
        return new Tally(files + 1, interchanges, unreadable, errors, warnings, fixes, certain);
    }

    Tally withUnreadableFile() {
        return new Tally(files, interchanges, unreadable + 1, errors, warnings, fixes, certain);
    }

    Tally with(InterchangeCheck check) {
        long proposed = check.findings().stream().filter(finding -> finding.fix().isPresent()).count();
        long sure = check.findings().stream()
                .filter(finding -> finding.fix().filter(fix -> fix.certainty() == Certainty.CERTAIN).isPresent()).count();
        return new Tally(files, interchanges + (check.envelope().isPresent() ? 1 : 0),
                unreadable + (check.verdict() == Verdict.UNREADABLE ? 1 : 0), errors + check.errors(),
                warnings + check.findings().size() - check.errors(), fixes + proposed, certain + sure);
    }
}
