package io.fairway.planted.signing;

import io.fairway.planted.document.Paper;

record ReadsADocument(Paper paper) {
}
