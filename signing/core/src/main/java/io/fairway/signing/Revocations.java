package io.fairway.signing;

import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is at hand to tell whether a certificate was revoked: lists (RFC 5280) and answers (RFC 6960).
 *
 * @param lists of any issuers
 * @param answers of any issuers
 */
public record Revocations(List<X509CRL> lists, List<OcspAnswer> answers) {
    /** Nothing. */
    public static final Revocations NONE = new Revocations(List.of(), List.of());

    public Revocations {
        lists = List.copyOf(lists);
        answers = List.copyOf(answers);
    }

    /** Lists alone. */
    public static Revocations of(Collection<X509CRL> lists) {
        return new Revocations(List.copyOf(lists), List.of());
    }

    /** Both together. */
    public Revocations and(Revocations more) {
        List<X509CRL> allLists = new ArrayList<>(lists);
        allLists.addAll(more.lists());
        List<OcspAnswer> allAnswers = new ArrayList<>(answers);
        allAnswers.addAll(more.answers());
        return new Revocations(allLists, allAnswers);
    }
}
