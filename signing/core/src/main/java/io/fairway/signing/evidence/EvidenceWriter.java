package io.fairway.signing.evidence;

import static io.fairway.signing.evidence.EvidenceContainer.INDEX;
import static io.fairway.signing.evidence.EvidenceContainer.INDEX_CHINESE;
import static io.fairway.signing.evidence.EvidenceContainer.MANIFEST;
import static io.fairway.signing.evidence.EvidenceContainer.MEDIA_TYPE;
import static io.fairway.signing.evidence.EvidenceContainer.SIGNATURE;

import io.fairway.signing.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an evidence container part by part, so that no more than one part is in memory. The same parts in the same order give the same
 * files, but for the signature. Not safe for use by several threads.
 */
public final class EvidenceWriter implements AutoCloseable {
    private static final long FIXED_TIME = 315_619_200_000L;
    private static final String TEXT = "text/plain;charset=utf-8";

    private final ZipOutputStream zip;
    private final Map<String, Written> written = new LinkedHashMap<>();
    private final StringBuilder english = new StringBuilder();
    private final StringBuilder chinese = new StringBuilder();

    /** What the manifest says of a part. */
    record Written(String mediaType, byte[] digest) {
    }

    /** @param out is closed with this */
    public EvidenceWriter(OutputStream out) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        putStored(MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * @param path see {@link EvidencePart}; {@code index.txt} and {@code index.zh.txt} are made here
     * @throws IllegalArgumentException when the path is none or stands already
     */
    public void add(String path, String mediaType, Sentence about, byte[] bytes) throws IOException {
        EvidencePart.checkPath(path);
        if (path.equals(INDEX) || path.equals(INDEX_CHINESE) || written.size() >= EvidenceContainer.MOST_ENTRIES) {
            throw new IllegalArgumentException("Not a part: " + path);
        }
        put(path, mediaType, bytes);
        english.append(path).append("\n    ").append(about.english()).append('\n');
        if (!about.chinese().isEmpty()) {
            chinese.append(path).append("\n    ").append(about.chinese()).append('\n');
        }
    }

    private void put(String path, String mediaType, byte[] bytes) throws IOException {
        if (written.putIfAbsent(path, new Written(mediaType, Digest.sha256(bytes))) != null) {
            throw new IllegalArgumentException("Two parts have the path " + path);
        }
        entry(path, bytes);
    }

    /**
     * Writes index, manifest and signature; nothing can be added afterwards.
     *
     * @param title first line of the index
     * @throws IOException when there is no timestamp to be had
     */
    public void seal(Sentence title, Sealing sealing) throws IOException {
        put(INDEX, TEXT, EvidenceIndex.english(title, english));
        if (!title.chinese().isEmpty()) {
            put(INDEX_CHINESE, TEXT, EvidenceIndex.chinese(title, chinese));
        }
        byte[] manifest = AsicManifest.write(SIGNATURE, written);
        entry(MANIFEST, manifest);
        entry(SIGNATURE, sealing.over(manifest));
        zip.finish();
    }

    private void entry(String path, byte[] bytes) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTime(FIXED_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The media type comes first and uncompressed, so that a look at the file's first bytes tells what it is. */
    private void putStored(byte[] bytes) throws IOException {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(EvidenceContainer.FIRST);
        entry.setTime(FIXED_TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
