package io.fairway.usecase.evidence;

import io.fairway.document.finding.Text;
import io.fairway.signing.evidence.EvidenceWriter;
import io.fairway.signing.evidence.Sentence;
import io.fairway.usecase.evidence.EvidenceSpool.Spooled;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Function;

/** A container (ASiC-E) of just the parts that somebody gives, with whom the hub believes, sealed by the hub. */
public final class SealParts {
    private final EvidenceSpool spool;
    private final EvidenceSealing sealing;
    private final TrustFolder trust;
    private final Function<Object, byte[]> json;

    /** @param json writes views, the same for the same */
    public SealParts(EvidenceSpool spool, EvidenceSealing sealing, TrustFolder trust, Function<Object, byte[]> json) {
        this.spool = spool;
        this.sealing = sealing;
        this.trust = trust;
        this.json = json;
    }

    /**
     * Seals.
     *
     * @param title first line of its index
     * @param adding gives the parts; no transaction may be open
     * @return to be closed by who sends it
     * @throws EvidenceUnavailableException when there is no timestamp
     */
    public Spooled seal(Text title, Consumer<EvidenceParts> adding) {
        try {
            Spooled spooled = spool.open();
            boolean whole = false;
            try {
                write(spooled, title, adding);
                whole = true;
                return spooled;
            } finally {
                if (!whole) {
                    spooled.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Evidence cannot be written", e);
        }
    }

    private void write(Spooled spooled, Text title, Consumer<EvidenceParts> adding) throws IOException {
        try (OutputStream out = spooled.out(); var writer = new EvidenceWriter(out)) {
            var parts = new EvidenceParts(writer, json);
            adding.accept(parts);
            TrustParts.add(trust, parts);
            sealing.seal(writer, new Sentence(title.en(), title.zh()));
        }
    }
}
