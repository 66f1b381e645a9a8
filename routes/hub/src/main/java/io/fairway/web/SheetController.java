package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.sheet.IssueSheets;
import io.fairway.usecase.sheet.IssuedSheet;
import io.fairway.usecase.title.RightKind;
import io.fairway.web.OpenTo.Audience;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Bills and releases on paper, for people. */
@RestController
public class SheetController {
    private final IssueSheets sheets;

    public SheetController(IssueSheets sheets) {
        this.sheets = sheets;
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

    private ResponseEntity<byte[]> sheet(Caller caller, RightKind kind, String id) {
        IssuedSheet issued = sheets.issue(caller, kind, Ids.parse(id)).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(kind.word() + "-" + issued.id() + ".pdf").build().toString())
                .body(issued.pdf());
    }
}
