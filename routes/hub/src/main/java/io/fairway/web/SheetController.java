package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.sheet.IssueGateSheets;
import io.fairway.usecase.sheet.IssueSheets;
import io.fairway.usecase.sheet.IssueTallies;
import io.fairway.usecase.sheet.IssuedSheet;
import io.fairway.usecase.title.RightKind;
import io.fairway.web.OpenTo.Audience;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What stands in bills, releases, cases and gate records on paper, for people. */
@RestController
public class SheetController {
    private final IssueSheets sheets;
    private final IssueTallies tallies;
    private final IssueGateSheets gates;

    public SheetController(IssueSheets sheets, IssueTallies tallies, IssueGateSheets gates) {
        this.sheets = sheets;
        this.tallies = tallies;
        this.gates = gates;
    }

    /** A copy of a bill of lading, sealed by the hub. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/api/bills/{id}/sheet", produces = MediaType.APPLICATION_PDF_VALUE)
    public ResponseEntity<byte[]> bill(Caller caller, @PathVariable("id") String id) {
        return sheet(caller, RightKind.BILL, id);
    }

    /** A release order, sealed by the hub. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/api/releases/{id}/sheet", produces = MediaType.APPLICATION_PDF_VALUE)
    public ResponseEntity<byte[]> release(Caller caller, @PathVariable("id") String id) {
        return sheet(caller, RightKind.RELEASE, id);
    }

    /** What was tallied of a consignment. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/api/consignments/{id}/tally", produces = MediaType.APPLICATION_PDF_VALUE)
    public ResponseEntity<byte[]> tally(Caller caller, @PathVariable("id") String id) {
        return answer(tallies.issue(caller, Ids.parse(id)));
    }

    /** What the gate decided for a truck, and why. */
    @OpenTo(Audience.GATE_READERS)
    @GetMapping(path = "/api/gates/{lane}/transactions/{id}/slip", produces = MediaType.APPLICATION_PDF_VALUE)
    public ResponseEntity<byte[]> slip(Caller caller, @PathVariable("lane") String lane, @PathVariable("id") String id) {
        return answer(gates.slip(caller, lane, id));
    }

    /** That a container passed from one hand to another at the gate. */
    @OpenTo(Audience.GATE_READERS)
    @GetMapping(path = "/api/gates/{lane}/transactions/{id}/receipts/{container}", produces = MediaType.APPLICATION_PDF_VALUE)
    public ResponseEntity<byte[]> receipt(Caller caller, @PathVariable("lane") String lane, @PathVariable("id") String id,
                                          @PathVariable("container") String container) {
        return answer(gates.receipt(caller, lane, id, container));
    }

    private ResponseEntity<byte[]> sheet(Caller caller, RightKind kind, String id) {
        return answer(sheets.issue(caller, kind, Ids.parse(id)));
    }

    private static ResponseEntity<byte[]> answer(Optional<IssuedSheet> sheet) {
        IssuedSheet issued = sheet.orElseThrow(ProblemException::notFound);
        String name = issued.key().kind().word() + "-" + issued.id() + ".pdf";
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(issued.pdf());
    }
}
