package io.fairway.xml.mapping;

import io.fairway.document.DeclaredItem;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.Party;
import io.fairway.document.SupportingDocument;
import io.fairway.document.UnwritableDocumentException;

/** What a {@code DecMessage} has no place for. */
final class DecLimits {
    private DecLimits() {
    }

    /** @throws UnwritableDocumentException for the first value the form cannot say */
    static void check(GoodsDeclaration declaration, OutboundEnvelope envelope) {
        refuseIf(envelope.environment() == Environment.TEST, "envelope.environment", "a DecMessage cannot say that it is a test");
        refuseIf(!DecWriter.isNew(declaration), "function", "a DecMessage is a new declaration");
        refuseIf(declaration.bills().size() > 1, "bills", "a DecMessage is about one bill");
        refuseIf(declaration.declarant().code().isEmpty(), "declarant.code", "a DecMessage names the declarant by code");
        refuseIf(declaration.portOfDischarge().isPresent(), "portOfDischarge", "a DecMessage has no place for it");
        refuseIf(declaration.invoiceTotal().isPresent(), "invoiceTotal", "a DecMessage has values of items only");
        refuseIf(!declaration.deliveryTerms().isEmpty() && DecNames.modeOf(declaration.deliveryTerms()).isEmpty(), "deliveryTerms",
                "a DecMessage has CIF, CFR, FOB and EXW");
        declaration.voyage().ifPresent(voyage -> refuseIf(!(voyage.shipName() + voyage.carrierCode()).isEmpty(), "voyage",
                "a DecMessage has the ship's number and the voyage only"));
        checkParty("declarant", declaration.declarant());
        declaration.importer().ifPresent(party -> checkParty("importer", party));
        declaration.exporter().ifPresent(party -> checkParty("exporter", party));
        declaration.items().forEach(DecLimits::checkItem);
        declaration.documents().forEach(DecLimits::checkDocument);
    }

    private static void checkParty(String path, Party party) {
        refuseIf(!(party.street() + party.city() + party.postcode() + party.country()).isEmpty(), path, "a DecMessage has no addresses");
    }

    private static void checkItem(DeclaredItem item) {
        refuseIf(item.grossKilograms().isPresent(), "items.grossKilograms", "a DecMessage has net weights of items only");
        refuseIf(item.packages().isPresent() || !item.packageType().isEmpty(), "items.packages", "a DecMessage has no packages of items");
        refuseIf(!item.duties().isEmpty(), "items.duties", "duties are for customs to say");
    }

    private static void checkDocument(SupportingDocument document) {
        refuseIf(document.issuedOn().isPresent(), "documents.issuedOn", "a DecMessage has no date of a document");
    }

    private static void refuseIf(boolean isLacking, String path, String why) {
        if (isLacking) {
            throw new UnwritableDocumentException(path, why);
        }
    }
}
