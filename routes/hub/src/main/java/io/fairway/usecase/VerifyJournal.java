package io.fairway.usecase;

import io.fairway.usecase.JournalVerdict.Break;
import io.fairway.usecase.JournalVerdict.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Walks the journal along its chain and says where it is not what was sealed. */
public final class VerifyJournal {
    private static final int PAGE = 2_000;

    private final Transactions transactions;
    private final JournalSeals seals;

    public VerifyJournal(Transactions transactions, JournalSeals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    /** Takes time in proportion to the journal; rows that are sealed meanwhile may or may not be included. */
    public JournalVerdict verify() {
        var walk = new Walk();
        List<JournalSeals.Linked> page = page(0);
        while (!page.isEmpty() && walk.goesOn(page)) {
            page = page(page.getLast().link().place());
        }
        List<Break> breaks = new ArrayList<>(walk.broken.stream().toList());
        transactions.asHub(() -> seals.unlinked(PAGE)).forEach(position -> breaks.add(new Break(Kind.INSERTED, position)));
        if (walk.broken.isEmpty()) {
            walk.brokenSeal().ifPresent(breaks::add);
        }
        return new JournalVerdict(walk.place, transactions.asHub(seals::waiting), breaks);
    }

    private List<JournalSeals.Linked> page(long behind) {
        return transactions.asHub(() -> seals.linked(behind, PAGE));
    }

    private final class Walk {
        private long place;
        private byte[] hash = JournalChain.beginning();
        private Optional<Break> broken = Optional.empty();
        private Optional<JournalSeals.Seal> next = sealBehind(0);

        private boolean goesOn(List<JournalSeals.Linked> page) {
            for (JournalSeals.Linked linked : page) {
                broken = step(linked);
                if (broken.isPresent()) {
                    return false;
                }
            }
            return true;
        }

        private Optional<Break> step(JournalSeals.Linked linked) {
            JournalSeals.Link link = linked.link();
            if (linked.row().isEmpty()) {
                return Optional.of(new Break(Kind.REMOVED, link.position()));
            }
            byte[] expected = JournalChain.link(hash, place + 1, linked.row().get());
            if (link.place() != place + 1 || !Arrays.equals(expected, link.hash())) {
                return Optional.of(new Break(Kind.CHANGED, link.position()));
            }
            place = link.place();
            hash = expected;
            return sealed();
        }

        private Optional<Break> sealed() {
            if (next.isEmpty() || next.get().lastPlace() != place) {
                return Optional.empty();
            }
            JournalSeals.Seal seal = next.get();
            if (!Arrays.equals(seal.hash(), hash)) {
                return Optional.of(new Break(Kind.CHAIN_BROKEN, seal.number()));
            }
            next = sealBehind(seal.number());
            return Optional.empty();
        }

        /** A seal whose end the walk did not come by, or links that no seal ends. */
        private Optional<Break> brokenSeal() {
            if (next.isPresent()) {
                return Optional.of(new Break(Kind.CHAIN_BROKEN, next.get().number()));
            }
            Optional<JournalSeals.Seal> last = transactions.asHub(seals::last);
            return last.isPresent() && last.get().lastPlace() < place ? Optional.of(new Break(Kind.CHAIN_BROKEN, last.get().number() + 1))
                    : Optional.empty();
        }

        private Optional<JournalSeals.Seal> sealBehind(long number) {
            return transactions.asHub(() -> seals.seals(number, 1)).stream().findFirst();
        }
    }
}
