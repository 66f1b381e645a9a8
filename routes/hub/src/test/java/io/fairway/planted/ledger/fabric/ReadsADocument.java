package io.fairway.planted.ledger.fabric;

import io.fairway.planted.document.Paper;

record ReadsADocument(Paper paper) {
}
