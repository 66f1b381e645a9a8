package io.fairway.signing;

import java.util.ArrayList;
import java.util.List;

/** The checks of one verification, as they are passed. */
final class CheckList {
    private final List<String> passed = new ArrayList<>();

    void pass(String sentence) {
        passed.add(sentence);
    }

    List<String> all() {
        return List.copyOf(passed);
    }

    List<String> withFailure(SignatureFault fault) {
        List<String> all = new ArrayList<>(passed);
        all.add(fault.code() + ' ' + fault.text());
        return List.copyOf(all);
    }
}
