package io.fairway.signing;

import static io.fairway.signing.SignatureFault.ACTIVE_CONTENT;

import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;

/** Finds scripts, actions that run or fetch something, and dynamic forms, anywhere in a PDF file, whether a page refers to them or not. */
final class PdfActiveContent {
    private static final Set<String> NAMES = Set.of("JS", "JavaScript", "AA", "XFA", "RichMediaContent", "RichMediaSettings");
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "Movie", "Sound", "GoToR",
            "GoToE", "ResetForm", "Hide", "SetOCGState", "Trans", "RichMediaExecute", "GoTo3DView");
    private static final int DEEPEST = 64;

    private PdfActiveContent() {
    }

    static void check(COSDocument document) throws SignatureRefusedException {
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            COSBase value = document.getObjectFromPool(key).getObject();
            if (value != null) {
                check(value, 0);
            }
        }
    }

    private static void check(COSBase value, int depth) throws SignatureRefusedException {
        if (depth > DEEPEST) {
            throw SignatureRefusedException.failed(ACTIVE_CONTENT, "Objects nested deeper than " + DEEPEST);
        }
        if (value instanceof COSDictionary dictionary) {
            checkDictionary(dictionary, depth);
        } else if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                checkEntry(array.get(i), depth);
            }
        }
    }

    private static void checkDictionary(COSDictionary dictionary, int depth) throws SignatureRefusedException {
        for (COSName name : dictionary.keySet()) {
            if (NAMES.contains(name.getName())) {
                throw SignatureRefusedException.failed(ACTIVE_CONTENT, "The document holds /" + name.getName());
            }
            checkEntry(dictionary.getItem(name), depth);
        }
        COSName action = dictionary.getCOSName(COSName.S);
        if (action != null && ACTIONS.contains(action.getName())) {
            throw SignatureRefusedException.failed(ACTIVE_CONTENT, "The document holds an action /" + action.getName());
        }
        if (dictionary.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary opening
                && !COSName.getPDFName("GoTo").equals(opening.getCOSName(COSName.S))) {
            throw SignatureRefusedException.failed(ACTIVE_CONTENT, "The document does something when it is opened");
        }
    }

    /** What a reference names is an object of its own, seen on its own. */
    private static void checkEntry(COSBase entry, int depth) throws SignatureRefusedException {
        if (entry != null && !(entry instanceof COSObject)) {
            check(entry, depth + 1);
        }
    }
}
