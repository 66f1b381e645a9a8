package io.fairway.usecase.evidence;

import io.fairway.document.finding.Text;
import io.fairway.usecase.Caller;
import io.fairway.usecase.evidence.CaseFiles.GateRecord;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.ContainerView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What gates decided over the containers of a consignment, for those whom the record of a passage names as its readers. */
public final class GateEvidence implements EvidenceSource {
    /** A terminal tells a gate-out to the minute, and its clock is its own. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    private final CaseFiles files;

    public GateEvidence(CaseFiles files) {
        this.files = files;
    }

    @Override
    public void add(Caller caller, ConsignmentDetail consignment, EvidenceParts parts) {
        Instant from = consignment.consignment().openedAt();
        for (ContainerView container : consignment.containers()) {
            files.gateRecords(container.number(), container.environment(), from, until(container)).forEach(record -> add(record, parts));
        }
    }

    /** What a container does after it has left belongs to its next case. */
    private static Optional<Instant> until(ContainerView container) {
        return container.position().gone() ? container.since().map(since -> since.plus(CLOCKS)) : Optional.empty();
    }

    private static void add(GateRecord record, EvidenceParts parts) {
        String path = "gate/" + record.passage() + "-" + record.revision() + ".json";
        if (!parts.has(path)) {
            parts.add(path, "application/json", new Text("Why the gate " + record.lane() + " said " + record.permission() + " at "
                    + record.decidedAt() + ": every reading and every rule.", "闸口 " + record.lane() + " 于 " + record.decidedAt() + " 作出 "
                    + record.permission() + " 决定的依据：全部读数与规则。"), record.record());
            parts.add(path + ".p7s", "application/pkcs7-signature", new Text("The gate's seal on it.", "闸口对其的签章。"), record.seal());
        }
    }
}
