package io.fairway.web;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.sheet.HandOutSheets;
import io.fairway.usecase.sheet.IssuedSheet;
import io.fairway.usecase.sheet.SheetKind;
import io.fairway.web.OpenTo.Audience;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the QR code of a sheet leads: says whether this hub issued it, of what kind and when, and nothing else. It stands open to anybody, so
 * that all who ask without signing in share one allowance.
 */
@RestController
public class SheetPageController {
    private static final int REQUESTS_PER_SECOND = 50;
    private static final PartyId ANYBODY = new PartyId("ANYBODY");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fairway</title></head>
            <body><h1>%s</h1><h1 lang="zh">%s</h1><p>%s</p><p lang="zh">%s</p></body></html>
            """;

    private final HandOutSheets sheets;
    private final RateLimit rate;

    public SheetPageController(HandOutSheets sheets, InstantSource clock) {
        this.sheets = sheets;
        this.rate = new RateLimit(REQUESTS_PER_SECOND, clock);
    }

    /** @param id number of a sheet, or SHA-256 of its file in hexadecimal */
    @OpenTo(Audience.ANYONE)
    @GetMapping(path = "/sheets/{id}", produces = MediaType.TEXT_HTML_VALUE)
    public ResponseEntity<byte[]> page(@PathVariable("id") String id) {
        rate.spend(ANYBODY);
        Optional<IssuedSheet.Known> known = known(id.toLowerCase(Locale.ROOT));
        return ResponseEntity.status(known.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND).contentType(HTML)
                .body(known.map(SheetPageController::issued).orElseGet(SheetPageController::notIssued).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<IssuedSheet.Known> known(String id) {
        if (DIGEST.matcher(id).matches()) {
            return sheets.known(new Sha256(id));
        }
        return NUMBER.matcher(id).matches() ? sheets.known(UUID.fromString(id)) : Optional.empty();
    }

    private static String issued(IssuedSheet.Known sheet) {
        String at = sheet.issuedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        boolean isCopy = sheet.kind() == SheetKind.BILL;
        return PAGE.formatted("Issued here", "由本平台签发",
                sheet.kind().title().english() + (isCopy ? ", copy, " : ", ") + at + ". Whether a file is this sheet, its seal shows.",
                sheet.kind().title().chinese() + (isCopy ? "副本，" : "，") + at + "。文件是否为该单据，以其签章为准。");
    }

    private static String notIssued() {
        return PAGE.formatted("Not issued here", "非本平台签发", "This hub knows no such sheet.", "本平台没有此单据。");
    }
}
