package io.fairway.edifact.mapping;

import io.fairway.document.SupportingDocument;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the supporting documents of a CUSDEC: DOC segments, their dates, and the digests in FTX+DOC. */
final class DocumentsReading {

    private DocumentsReading() {
    }

    static List<SupportingDocument> read(FieldReader fields, KeptGroup message) {
        List<KeptGroup> groups = message.groups("DOC");
        Map<Integer, Sha256> digests = digests(fields, message, groups.size());
        var documents = new ArrayList<SupportingDocument>();
        for (KeptGroup group : groups) {
            Source doc = group.opening();
            String path = "documents[" + documents.size() + "]";
            Optional<LocalDate> issuedOn = fields.date(path + ".issuedOn", date(group));
            documents.add(new SupportingDocument(fields.codedText(path + ".typeCode", doc, 1, 1),
                    fields.text(path + ".number", doc, 2, 1), issuedOn, Optional.ofNullable(digests.get(documents.size() + 1))));
        }
        return documents;
    }

    private static Source date(KeptGroup group) {
        return group.find("DTM", "137", "3", "171");
    }

    private static Map<Integer, Sha256> digests(FieldReader fields, KeptGroup message, int documents) {
        var digests = new HashMap<Integer, Sha256>();
        for (KeptSegment segment : message.all("FTX", "DOC")) {
            Source text = Source.of(segment);
            text.text(1, 1);
            text.text(4, 2);
            Optional<Integer> ordinal = fields.fresh().count("documents", text, 4, 1);
            ordinal.filter(number -> number < 1 || number > documents).ifPresent(number ->
                    fields.report(ContentRule.ATTACHMENT_UNKNOWN, text.place(4, 1), number.toString(), "the ordinal of a DOC segment"));
            ordinal.ifPresent(number -> fields.optional("documents[" + (number - 1) + "].attachment", text, 4, 3,
                    DocumentsReading::digest).ifPresent(digest -> digests.put(number, digest)));
        }
        return digests;
    }

    private static Sha256 digest(String capitals) {
        if (!capitals.equals(capitals.toUpperCase(Locale.ROOT))) {
            throw new RefusedValueException("SHA256_FORM", capitals, "64 hexadecimal digits in capitals",
                    capitals.toUpperCase(Locale.ROOT));
        }
        return new Sha256(capitals.toLowerCase(Locale.ROOT));
    }
}
