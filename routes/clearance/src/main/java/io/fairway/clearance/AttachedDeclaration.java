package io.fairway.clearance;

import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.SupportingDocument;
import java.util.ArrayList;
import java.util.List;

/** A declaration told again with the documents that were uploaded for it: same version, function RESPONSE. */
final class AttachedDeclaration {

    private AttachedDeclaration() {
    }

    static GoodsDeclaration of(GoodsDeclaration declaration, List<SupportingDocument> attachments) {
        List<SupportingDocument> documents = new ArrayList<>(declaration.documents().stream()
                .filter(document -> attachments.stream().noneMatch(attachment -> attachment.typeCode().equals(document.typeCode()))).toList());
        documents.addAll(attachments);
        return new GoodsDeclaration(declaration.lrn(), DocumentFunction.RESPONSE, declaration.version(), declaration.direction(),
                declaration.procedure(), declaration.customsOffice(), declaration.declaredOn(), declaration.arrivalOn(),
                declaration.voyage(), declaration.bills(), declaration.containers(), declaration.exportCountry(),
                declaration.portOfDischarge(), declaration.declarant(), declaration.importer(), declaration.exporter(),
                declaration.packages(), declaration.packageType(), declaration.grossKilograms(), declaration.deliveryTerms(),
                declaration.invoiceTotal(), documents, declaration.items());
    }
}
