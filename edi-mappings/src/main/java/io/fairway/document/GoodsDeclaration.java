package io.fairway.document;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A goods declaration (CUSDEC; WCO DEC).
 *
 * @param lrn the declarant's reference; the key together with the declarant
 * @param version counts amendments from 1
 * @param procedure requested customs procedure, for example {@code 40}
 * @param declaredOn date of the declaration, when said (a WCO declaration in the DMS profile usually does not)
 * @param bills the bills of the consignments it covers; may be empty when {@code containers} says what is meant, and in a
 *        cancellation
 * @param exportCountry ISO 3166 alpha-2
 */
public record GoodsDeclaration(LocalReferenceNumber lrn, DocumentFunction function, int version, Direction direction,
                               String procedure, String customsOffice, Optional<LocalDate> declaredOn, Optional<LocalDate> arrivalOn,
                               Optional<Voyage> voyage, List<BillNumber> bills, List<ContainerNumber> containers,
                               String exportCountry, Optional<UnLocode> portOfDischarge,
                               Party declarant, Optional<Party> importer, Optional<Party> exporter,
                               Optional<Integer> packages, String packageType, Optional<BigDecimal> grossKilograms,
                               String deliveryTerms, Optional<Money> invoiceTotal,
                               List<SupportingDocument> documents, List<DeclaredItem> items) implements Document {
    public GoodsDeclaration {
        bills = List.copyOf(bills);
        containers = List.copyOf(containers);
        documents = List.copyOf(documents);
        items = List.copyOf(items);
    }

    /** Which way the goods cross the border. */
    public enum Direction {
        IMPORT, EXPORT
    }
}
