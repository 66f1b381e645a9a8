package io.fairway.signing;

import static io.fairway.signing.SignatureFault.CHANGED_AFTER_SIGNING;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Whether what was appended to a signed file leaves what was signed as it was. Allowed are a document security store and document
 * timestamps, which is what levels LT and LTA add, and nothing else: whatever else changes between signed file and whole file is found by
 * comparing each object that was there when it was signed.
 */
final class PdfIncrements {
    private static final COSName FIELDS = COSName.FIELDS;
    private static final Set<COSName> OF_CATALOG = Set.of(PadesLevels.SECURITY_STORE, COSName.ACRO_FORM, COSName.getPDFName("Extensions"));
    private static final Set<COSName> OF_FORM = Set.of(FIELDS, COSName.SIG_FLAGS);

    private final COSDocument signed;
    private final COSDocument whole;

    PdfIncrements(PDDocument signed, PDDocument whole) {
        this.signed = signed.getDocument();
        this.whole = whole.getDocument();
    }

    void check() throws SignatureRefusedException {
        if (!reference(signed.getTrailer(), COSName.ROOT).equals(reference(whole.getTrailer(), COSName.ROOT))
                || whole.getTrailer().containsKey(COSName.ENCRYPT)) {
            throw changed("the document's root");
        }
        for (Map.Entry<COSObjectKey, Long> object : signed.getXrefTable().entrySet()) {
            Long now = whole.getXrefTable().get(object.getKey());
            if (now == null) {
                throw changed("object " + object.getKey().getNumber() + ", which is gone");
            }
            if (!now.equals(object.getValue())) {
                checkReplaced(object.getKey());
            }
        }
    }

    private void checkReplaced(COSObjectKey key) throws SignatureRefusedException {
        COSBase before = value(signed, key);
        COSBase after = value(whole, key);
        if (before instanceof COSStream || after instanceof COSStream || !(before instanceof COSDictionary old) || !(after instanceof COSDictionary renewed)) {
            if (!isAnnotationList(before, after)) {
                throw changed("object " + key.getNumber());
            }
            return;
        }
        if (isRoot(key)) {
            checkSame(old, renewed, OF_CATALOG, key);
            checkForm(old.getCOSDictionary(COSName.ACRO_FORM), renewed.getCOSDictionary(COSName.ACRO_FORM), key);
        } else if (old.containsKey(FIELDS)) {
            checkForm(old, renewed, key);
        } else if (COSName.PAGE.equals(old.getCOSName(COSName.TYPE))) {
            checkSame(old, renewed, Set.of(COSName.ANNOTS), key);
            if (!onlyTimestampsAdded(old.getCOSArray(COSName.ANNOTS), renewed.getCOSArray(COSName.ANNOTS))) {
                throw changed("what is shown on a page");
            }
        } else {
            checkSame(old, renewed, Set.of(), key);
        }
    }

    private boolean isRoot(COSObjectKey key) {
        return reference(signed.getTrailer(), COSName.ROOT).equals(Optional.of(key));
    }

    private void checkForm(COSDictionary old, COSDictionary renewed, COSObjectKey key) throws SignatureRefusedException {
        if (old == null || renewed == null) {
            throw changed("the signature fields");
        }
        checkSame(old, renewed, OF_FORM, key);
        if (!onlyTimestampsAdded(old.getCOSArray(FIELDS), renewed.getCOSArray(FIELDS))) {
            throw changed("the signature fields");
        }
    }

    /** Whether the first entries are as before and each new one is the invisible field of a document timestamp. */
    private boolean onlyTimestampsAdded(COSArray old, COSArray renewed) {
        int before = old == null ? 0 : old.size();
        int after = renewed == null ? 0 : renewed.size();
        if (after < before) {
            return false;
        }
        for (int i = 0; i < before; i++) {
            if (!same(old.get(i), renewed.get(i), new HashSet<>())) {
                return false;
            }
        }
        for (int i = before; i < after; i++) {
            if (!(renewed.getObject(i) instanceof COSDictionary field) || !isTimestamp(field)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAnnotationList(COSBase before, COSBase after) {
        return before instanceof COSArray old && after instanceof COSArray renewed && onlyTimestampsAdded(old, renewed);
    }

    private static boolean isTimestamp(COSDictionary field) {
        COSDictionary value = field.getCOSDictionary(COSName.V);
        COSArray place = field.getCOSArray(COSName.RECT);
        boolean shown = place != null && place.toList().stream().anyMatch(number -> !isZero(number));
        return value != null && COSName.DOC_TIME_STAMP.equals(value.getCOSName(COSName.TYPE)) && !shown;
    }

    private static boolean isZero(COSBase number) {
        return number instanceof COSNumber value && value.floatValue() == 0f;
    }

    private static void checkSame(COSDictionary old, COSDictionary renewed, Set<COSName> free, COSObjectKey key) throws SignatureRefusedException {
        Set<COSName> names = new HashSet<>(old.keySet());
        names.addAll(renewed.keySet());
        names.removeAll(free);
        for (COSName name : names) {
            COSBase before = old.getItem(name);
            COSBase after = renewed.getItem(name);
            if (before == null || after == null || !same(before, after, new HashSet<>())) {
                throw changed("/" + name.getName() + " of object " + key.getNumber());
            }
        }
    }

    /** References are the same when they name the same object; what they name is compared on its own. */
    private static boolean same(COSBase before, COSBase after, Set<COSBase> seen) {
        if (before instanceof COSObject old && after instanceof COSObject renewed) {
            return Objects.equals(old.getKey(), renewed.getKey());
        }
        if (!seen.add(before)) {
            return true;
        }
        if (before instanceof COSStream || after instanceof COSStream) {
            return false;
        }
        if (before instanceof COSDictionary old && after instanceof COSDictionary renewed) {
            return old.keySet().equals(renewed.keySet())
                    && old.keySet().stream().allMatch(name -> same(item(old, name), item(renewed, name), seen));
        }
        if (before instanceof COSArray old && after instanceof COSArray renewed) {
            boolean all = old.size() == renewed.size();
            for (int i = 0; all && i < old.size(); i++) {
                all = same(old.get(i), renewed.get(i), seen);
            }
            return all;
        }
        return before.equals(after);
    }

    private static COSBase item(COSDictionary dictionary, COSName name) {
        return Objects.requireNonNull(dictionary.getItem(name));
    }

    private static COSBase value(COSDocument document, COSObjectKey key) {
        return document.getObjectFromPool(key).getObject();
    }

    private static Optional<COSObjectKey> reference(COSDictionary trailer, COSName name) {
        return trailer.getItem(name) instanceof COSObject object ? Optional.ofNullable(object.getKey()) : Optional.empty();
    }

    private static SignatureRefusedException changed(String what) {
        return SignatureRefusedException.failed(CHANGED_AFTER_SIGNING, "After signing was changed: " + what);
    }
}
