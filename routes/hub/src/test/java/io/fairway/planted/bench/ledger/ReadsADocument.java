package io.fairway.planted.bench.ledger;

import io.fairway.planted.document.Paper;

record ReadsADocument(Paper paper) {
}
