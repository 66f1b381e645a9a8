package io.fairway.bench;

import java.util.List;

/** Everybody who takes part, by name. */
final class Subjects {
    static final List<String> NAMES =
            List.of("tokenizer", "fairway-validated", "fairway-documents", "staedi", "staedi-schema");
    /** The one that the aims are set against. */
    static final String PEER = "staedi-schema";

    private Subjects() {
    }

    static Subject of(String name) {
        return switch (name) {
            case "tokenizer" -> new Tokenizer();
            case "fairway-validated" -> new FairwayValidated();
            case "fairway-documents" -> new FairwayDocuments();
            case "staedi" -> new Staedi(Staedi.Judging.ENVELOPE);
            case "staedi-schema" -> new Staedi(Staedi.Judging.MESSAGE);
            default -> throw new IllegalArgumentException("Nobody is called " + name + "; there are " + NAMES);
        };
    }
}
