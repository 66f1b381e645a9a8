package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.ContainerSeal;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.ContainerNumber;
import io.fairway.edifact.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Containers in EQD segments and what stands around them: size and type, fullness, seals. */
final class Equipment {
    private static final int LONGEST_SEAL = 10;

    private Equipment() {
    }

    static Optional<ContainerNumber> number(String path, FieldReader fields, Source eqd) {
        eqd.text(1, 1);
        return fields.requiredCoded(path, eqd, 2, 1, ContainerNumber::new);
    }

    static String sizeType(String path, FieldReader fields, Source eqd) {
        return fields.codedText(path, eqd, 3, 1);
    }

    static String fullness(String path, FieldReader fields, Source eqd) {
        return fields.text(path, eqd, 6, 1);
    }

    static List<ContainerSeal> seals(String path, FieldReader fields, List<KeptSegment> segments) {
        var seals = new ArrayList<ContainerSeal>();
        for (KeptSegment segment : segments) {
            Source seal = Source.of(segment);
            String at = fields.path(path, seals.size());
            String number = fields.text(fields.path(at, ".number"), seal, 1, 1);
            if (!number.isEmpty()) {
                seals.add(new ContainerSeal(number, fields.text(fields.path(at, ".affixedBy"), seal, 2, 1)));
            }
        }
        return seals;
    }

    /** The number of a container that need not have one yet. */
    static Optional<ContainerNumber> numberIfAny(String path, FieldReader fields, Source eqd) {
        eqd.text(1, 1);
        return fields.coded(path, eqd, 2, 1, ContainerNumber::new);
    }

    /** EDIFACT 8249: 2 export, 3 import, 6 transhipment and so on. */
    static String status(String path, FieldReader fields, Source eqd) {
        return fields.text(path, eqd, 5, 1);
    }

    /** How many containers alike are meant (EQN), 1 when nothing is said. */
    static int count(String path, FieldReader fields, KeptGroup group) {
        return fields.count(path, group.find("EQN"), 1, 1).orElse(1);
    }

    /** EQD+CN; {@code fullness} may be empty. */
    static void write(MessageDraft draft, String path, ContainerNumber number, String sizeType, String fullness) {
        write(draft, path, Optional.of(number), sizeType, "", fullness);
    }

    /** EQD+CN; {@code status} and {@code fullness} may be empty. */
    static void write(MessageDraft draft, String path, Optional<ContainerNumber> number, String sizeType, String status, String fullness) {
        Element size = sizeType.isEmpty() ? Element.NONE : e(MessageDraft.fit(path + ".sizeType", sizeType, 10), "102", "5");
        draft.segment("EQD", e("CN"), number.map(known -> e(known.value())).orElse(Element.NONE), size, Element.NONE,
                e(MessageDraft.fit(path + ".status", status, 3)), e(MessageDraft.fit(path + ".fullness", fullness, 3)));
    }

    /** EQN where more than one container, or one without a number, is meant. */
    static void writeCount(MessageDraft draft, String path, Optional<ContainerNumber> number, int count) {
        if (number.isPresent() && count != 1) {
            throw new UnwritableDocumentException(path + ".count", "a container with a number is one, not " + count);
        }
        if (number.isEmpty()) {
            draft.segment("EQN", e(Integer.toString(count)));
        }
    }

    static void writeSeals(MessageDraft draft, String path, List<ContainerSeal> seals) {
        MessageDraft.atMost(9, seals.size(), path);
        for (ContainerSeal seal : seals) {
            draft.segment("SEL", e(MessageDraft.mandatory(path, seal.number(), LONGEST_SEAL)), e(seal.affixedBy()));
        }
    }
}
