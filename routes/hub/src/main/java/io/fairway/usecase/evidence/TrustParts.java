package io.fairway.usecase.evidence;

import io.fairway.document.finding.Text;
import io.fairway.signing.Certificates;
import java.nio.charset.StandardCharsets;

/** Whom the hub believes, for who compares. */
final class TrustParts {
    private TrustParts() {
    }

    static void add(HubKeys keys, EvidenceParts parts) {
        parts.add("trust/roots.pem", "application/x-pem-file", new Text("Authorities that the hub believes. Compare them with those you believe.",
                "系统所信任的根证书，请与您所信任的进行比对。"), Certificates.pem(keys.roots()).getBytes(StandardCharsets.US_ASCII));
    }
}
