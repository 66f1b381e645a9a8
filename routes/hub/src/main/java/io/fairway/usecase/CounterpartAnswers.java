package io.fairway.usecase;

import io.fairway.document.ContentReport;
import io.fairway.document.ContentReport.ContentError;
import io.fairway.document.Document;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Manifest;
import io.fairway.document.SyntaxReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a counterpart's own CONTRL or APERAK says of the case: it names the interchange that the hub sent, and means the manifest or the
 * declaration in it. Only a rejection says something of the case; that something was received moves nothing.
 */
final class CounterpartAnswers {

    private CounterpartAnswers() {
    }

    /** @param told what the rejected interchange said */
    static Optional<ContentReport> rejected(Document told, SyntaxReport answer, Instant at) {
        if (answer.action() != SyntaxReport.Action.REJECTED) {
            return Optional.empty();
        }
        String code = answer.error().map(error -> "0085:" + error).orElse("CONTRL");
        var error = new ContentError(code, answer.segment(), "The interchange was rejected.");
        return referenceOf(told).map(reference -> new ContentReport(answer.interchangeReference(), at, reference, answer.recipient(),
                answer.sender(), ContentReport.Verdict.NOT_ACCEPTED, List.of(error)));
    }

    /** @param told what the rejected interchange said */
    static Optional<ContentReport> rejected(Document told, ContentReport answer) {
        if (answer.verdict() != ContentReport.Verdict.NOT_ACCEPTED) {
            return Optional.empty();
        }
        return referenceOf(told).map(reference -> new ContentReport(answer.reference(), answer.issuedAt(), reference, answer.sender(),
                answer.recipient(), answer.verdict(), answer.errors()));
    }

    private static Optional<String> referenceOf(Document told) {
        return switch (told) {
            case Manifest manifest -> Optional.of(manifest.reference());
            case GoodsDeclaration declaration -> Optional.of(declaration.lrn().value());
            case Document ignored -> Optional.empty();
        };
    }
}
