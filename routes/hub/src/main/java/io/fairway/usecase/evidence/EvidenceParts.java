package io.fairway.usecase.evidence;

import io.fairway.document.finding.Text;
import io.fairway.document.id.Sha256;
import io.fairway.signing.evidence.EvidenceWriter;
import io.fairway.signing.evidence.Sentence;
import io.fairway.usecase.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Takes the parts of one container, one after the other; only one is in memory at a time. */
public final class EvidenceParts {
    private final EvidenceWriter writer;
    private final Function<Object, byte[]> json;
    private final SortedMap<String, Sha256> digests = new TreeMap<>();

    EvidenceParts(EvidenceWriter writer, Function<Object, byte[]> json) {
        this.writer = writer;
        this.json = json;
    }

    /**
     * @param path folders and name: letters, digits, dot, hyphen, underscore
     * @param about what it is, for people
     * @throws IllegalArgumentException when the path stands already
     */
    public void add(String path, String mediaType, Text about, byte[] bytes) {
        try {
            digests.put(path, Digests.of(bytes));
            writer.add(path, mediaType, new Sentence(about.en(), about.zh()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Evidence cannot be written", e);
        }
    }

    /** @param content a record, or a list of records */
    public void addJson(String path, Text about, Object content) {
        add(path, "application/json", about, json.apply(content));
    }

    /** Whether a part with this path was added. */
    public boolean has(String path) {
        return digests.containsKey(path);
    }

    /** The digests of all parts so far, by their paths. */
    SortedMap<String, Sha256> digests() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }
}
