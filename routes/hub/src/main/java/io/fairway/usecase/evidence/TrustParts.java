package io.fairway.usecase.evidence;

import io.fairway.document.finding.Text;

/** Whom the hub believes, for who compares. */
final class TrustParts {
    private static final Text ROOTS = new Text("Authorities that the hub believes. Compare them with those you believe.",
            "系统所信任的根证书，请与您所信任的进行比对。");
    private static final Text LEDGER = new Text("Organisations of the ledger that the hub believes. Compare them with those you believe.",
            "系统所信任的账本成员机构，请与您所信任的进行比对。");

    private TrustParts() {
    }

    static void add(TrustFolder folder, EvidenceParts parts) {
        folder.files().forEach((path, bytes) -> parts.add("trust/" + path, path.endsWith(".pem") ? "application/x-pem-file" : "text/plain",
                path.startsWith("ledger/") ? LEDGER : ROOTS, bytes));
    }
}
