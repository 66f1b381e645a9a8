package io.fairway.clearance;

import io.fairway.document.GoodsDeclaration;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import io.fairway.document.id.BillNumber;
import java.util.Optional;

/**
 * A declaration does not agree with what somebody else says of the same goods. It is derived from the facts, so it is gone once they
 * agree. Both sides are known here; the {@link #finding()} that goes to the declarant names its own side only.
 *
 * @param code stable, for example {@code DECLARED_WEIGHT_DIFFERS_FROM_MANIFEST}
 * @param against what it is compared with
 * @param declaration whose it is
 * @param version of the declaration
 * @param member of the declaration, for example {@code grossKilograms}
 * @param declared what the declaration says, with its unit
 * @param recorded what the other side says, with its unit; empty when it says nothing
 * @param tolerance what is let pass, in words; empty for none
 * @param mustAct who can settle it
 * @param expected what would agree, without telling the other side
 */
public record Discrepancy(String code, Against against, DeclarationKey declaration, int version, String member, String declared,
                          String recorded, String tolerance, MustAct mustAct, String expected, Text text) {
    private static final String RULE = "Fairway: a declaration rests on the manifest and on the documents it names";

    /** The other side. */
    public enum Against {
        /** The manifest of the bill. */
        MANIFEST,
        /** The manifests of the voyage: none of them lists the bill. */
        VOYAGE,
        /** A licence, certificate of origin or packing list that the declaration names. */
        DOCUMENT
    }

    /** Who can settle it. */
    public enum MustAct {
        DECLARANT, CARRIER, CUSTOMS, ISSUER
    }

    /** The bill of a declaration is on no manifest of its voyage, though others are. */
    public static Discrepancy unlisted(DeclarationKey key, GoodsDeclaration declaration, String bill, String voyage) {
        return new Discrepancy("DECLARED_BILL_NOT_MANIFESTED", Against.VOYAGE, key, declaration.version(),
                "bills[" + Math.max(0, declaration.bills().indexOf(new BillNumber(bill))) + "]", bill, "", "", MustAct.CARRIER,
                "a bill that a manifest of voyage " + voyage + " lists", new Text("Manifests of voyage " + voyage + " are here, but none lists bill "
                + bill + ": the number may be wrong, or the carrier has not reported it yet.",
                "航次" + voyage + "的舱单已到，但均未列明提单" + bill + "：提单号可能有误，或承运人尚未申报。"));
    }

    /** Whether it is the same difference in the same version of the declaration, whoever must act now. */
    boolean isSameAs(Discrepancy other) {
        return code.equals(other.code) && declaration.equals(other.declaration) && version == other.version && member.equals(other.member)
                && declared.equals(other.declared) && recorded.equals(other.recorded);
    }

    /** As it is told to the declarant; its place names the member of the declaration. */
    public Finding finding() {
        Quality quality = against == Against.MANIFEST ? Quality.CONSISTENCY : Quality.COMPLETENESS;
        return new Finding(code, Severity.WARNING, Optional.empty(), new Place("", member, 0, 0, 0, -1, 0, 0), declared, expected, text, RULE,
                Optional.empty(), quality);
    }
}
