package io.fairway.usecase.verification;

import io.fairway.usecase.view.CheckView;
import io.fairway.usecase.view.EvidenceView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Two documents compared member by member; says which members differ, never what they say. */
final class Comparison {
    private final List<Member> same = new ArrayList<>();
    private final List<Member> different = new ArrayList<>();

    /** A member, named for people. */
    private record Member(String english, String chinese) {
    }

    /** Both, where both say it; empty text is not said. */
    Comparison texts(String english, String chinese, String one, String other) {
        return one.isEmpty() || other.isEmpty() ? this : note(english, chinese, one.equals(other));
    }

    Comparison values(String english, String chinese, Optional<?> one, Optional<?> other) {
        return one.isEmpty() || other.isEmpty() ? this : note(english, chinese, one.equals(other));
    }

    Comparison sets(String english, String chinese, Collection<String> one, Collection<String> other) {
        return one.isEmpty() || other.isEmpty() ? this : note(english, chinese, one.equals(other));
    }

    /** Weights, less than a kilogram apart. */
    Comparison weights(String english, String chinese, Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isEmpty() || other.isEmpty() ? this
                : note(english, chinese, one.get().subtract(other.get()).abs().compareTo(BigDecimal.ONE) < 0);
    }

    private Comparison note(String english, String chinese, boolean agree) {
        (agree ? same : different).add(new Member(english, chinese));
        return this;
    }

    /** Whether there is anything that differs. */
    boolean differs() {
        return !different.isEmpty();
    }

    /** The answer. @param with what the presented document was compared with, in English and Chinese */
    CheckView answer(Check check, String with, String withChinese, List<EvidenceView> evidence) {
        if (differs()) {
            return Answers.mismatch(check, "The presented document differs from " + with + " in " + english(different) + ".",
                    "所提交单证与" + withChinese + "不一致：" + chinese(different) + "。", evidence);
        }
        return same.isEmpty() ? Answers.notAvailable(check, "The presented document and " + with + " do not both say it.",
                "所提交单证与" + withChinese + "未同时载明。")
                : Answers.match(check, "The presented document agrees with " + with + " in " + english(same) + ".",
                        "所提交单证与" + withChinese + "一致：" + chinese(same) + "。", evidence);
    }

    private static String english(List<Member> members) {
        return String.join(", ", members.stream().map(Member::english).toList());
    }

    private static String chinese(List<Member> members) {
        return String.join("、", members.stream().map(Member::chinese).toList());
    }
}
