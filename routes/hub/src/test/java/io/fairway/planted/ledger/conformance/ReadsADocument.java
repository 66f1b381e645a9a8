package io.fairway.planted.ledger.conformance;

import io.fairway.planted.document.Paper;

record ReadsADocument(Paper paper) {
}
