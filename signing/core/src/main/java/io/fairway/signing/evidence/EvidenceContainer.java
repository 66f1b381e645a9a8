package io.fairway.signing.evidence;

import io.fairway.signing.Revocations;
import io.fairway.signing.SigningKey;
import io.fairway.signing.TimestampAuthority;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An ASiC-E container with CAdES (ETSI EN 319 162-1): a ZIP file that begins with its media type, the parts, a manifest with their digests,
 * and one signature over the manifest. The same parts give the same bytes, but for signature and timestamp. {@code unzip} and
 * {@code openssl cms} suffice to check it.
 */
public final class EvidenceContainer {
    /** Media type, and content of the first entry. */
    public static final String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";
    static final String INDEX = "index.txt";
    static final String INDEX_CHINESE = "index.zh.txt";
    static final String MANIFEST = "META-INF/ASiCManifest.xml";
    static final String SIGNATURE = "META-INF/signature.p7s";
    static final String FIRST = "mimetype";
    static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 512L * 1024 * 1024;

    private EvidenceContainer() {
    }

    /**
     * What goes with the signature.
     *
     * @param certificates of signer and timestamp authority up to their roots
     * @param revocation revocation lists and OCSP answers of their issuers
     */
    public record Material(Collection<X509Certificate> certificates, Revocations revocation) {
        public Material {
            certificates = List.copyOf(certificates);
        }

        /** With revocation lists alone. */
        public Material(Collection<X509Certificate> certificates, Collection<X509CRL> lists) {
            this(certificates, Revocations.of(lists));
        }
    }

    /**
     * The whole container at once, for few and small parts; {@link EvidenceWriter} holds one part at a time.
     *
     * @param title first line of the index
     * @param parts with distinct paths; none may be called {@code index.txt}, which is made
     * @param authority for levels T to LTA; level B without
     * @throws IOException when there is no timestamp to be had
     */
    public static byte[] write(String title, List<EvidencePart> parts, SigningKey key, Instant at, Optional<TimestampAuthority> authority,
            Material material) throws IOException {
        List<EvidencePart> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparing(EvidencePart::path));
        var out = new ByteArrayOutputStream();
        try (var writer = new EvidenceWriter(out)) {
            for (EvidencePart part : sorted) {
                writer.add(part.path(), part.mediaType(), new Sentence(part.about(), ""), part.bytes());
            }
            writer.seal(new Sentence(title, ""), new Sealing(key, at, authority, material));
        }
        return out.toByteArray();
    }

    /**
     * Every file in the container, by its path, without the media type.
     *
     * @throws IOException when it is not a container, holds a path twice or one that leads out, or more than 20,000 files or 512 MiB
     */
    static SortedMap<String, byte[]> read(byte[] container) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long total = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(container), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) (MOST_BYTES - total + 1));
                total += bytes.length;
                if (total > MOST_BYTES || files.size() > MOST_ENTRIES) {
                    throw new IOException("More than " + MOST_ENTRIES + " files or " + MOST_BYTES + " bytes");
                }
                check(entry.getName(), files.keySet(), bytes);
                files.put(entry.getName(), bytes);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("A name in the container cannot be read", e);
        }
        if (files.remove(FIRST) == null) {
            throw new IOException("Not a container of the type " + MEDIA_TYPE);
        }
        return files;
    }

    private static void check(String path, Set<String> before, byte[] bytes) throws IOException {
        boolean first = before.isEmpty();
        if (first != FIRST.equals(path) || first && !MEDIA_TYPE.equals(new String(bytes, StandardCharsets.UTF_8))) {
            throw new IOException("Not a container of the type " + MEDIA_TYPE);
        }
        if (new HashSet<>(List.of(path.split("/", -1))).removeAll(Set.of("", ".", "..")) || path.contains("\\") || before.contains(path)) {
            throw new IOException("A file's path stands twice or leads out of the container");
        }
    }
}
