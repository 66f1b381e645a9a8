package io.fairway.edifact.mapping;

import io.fairway.document.Document;
import io.fairway.document.Lineage;

/** Takes the documents of a message, one per consignment, in input order. */
interface PartSink {

    void part(Document document, Lineage lineage);
}
