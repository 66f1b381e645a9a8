package io.fairway.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Printable;
import io.fairway.edifact.InterchangeHead.Address;
import io.fairway.edifact.InterchangeOpening.Turn;
import io.fairway.edifact.SegmentScanner.Scan;

/**
 * Reads EDIFACT (ISO 9735, syntax 1 to 4) as a stream: bytes in, events out. What is wrong with the input becomes findings, never an
 * exception; memory follows neither the size of a message nor their number. Stateless and thread-safe.
 *
 * <p>Limits: a segment of 32 KiB and 2000 components; 1000 findings of an interchange are handed on, all are weighed.
 */
public final class EdifactReader {
    private static final int NEWEST_SYNTAX = 4;
    private static final int ASSUMED_SYNTAX = 3;

    private final Directories directories = new Directories();
    private final SyntaxTexts texts = new SyntaxTexts();
    private final ShortTexts shortTexts = new ShortTexts();
    private final Map<Repertoire, CharacterKinds> usualKinds = new ConcurrentHashMap<>();

    /**
     * Reads all interchanges of the input.
     *
     * @param profile its charset, when given, takes the place of the one that UNB names; it must be a superset of ASCII
     * @throws IOException only when {@code input} itself throws it
     */
    public void read(InputStream input, ReadingProfile profile, InterchangeHandler handler) throws IOException {
        profile.charset().ifPresent(charset -> {
            if (!"UN".equals(new String("UN".getBytes(StandardCharsets.US_ASCII), charset))) {
                throw new IllegalArgumentException("EDIFACT cannot be read in a charset that does not extend ASCII: " + charset);
            }
        });
        var scanner = new SegmentScanner(input, shortTexts);
        for (var turn = Turn.FIRST;; turn = Turn.LATER) {
            var report = new SyntaxReportBuilder();
            var findings = new Findings(texts, profile, handler, report);
            var opening = new InterchangeOpening(scanner, findings);
            if (!opening.find(turn)) {
                return;
            }
            new Interchange(scanner, profile, handler, report, findings).read(opening);
        }
    }

    /** From UNB on, for one interchange. */
    private final class Interchange {
        private final SegmentScanner scanner;
        private final ReadingProfile profile;
        private final InterchangeHandler handler;
        private final SyntaxReportBuilder report;
        private final Findings findings;

        Interchange(SegmentScanner scanner, ReadingProfile profile, InterchangeHandler handler, SyntaxReportBuilder report,
                Findings findings) {
            this.scanner = scanner;
            this.profile = profile;
            this.handler = handler;
            this.report = report;
            this.findings = findings;
        }

        void read(InterchangeOpening opening) throws IOException {
            var advised = opening.advice().orElse(Delimiters.DEFAULT);
            scanner.use(CharacterKinds.beforeTheEnvelope(advised.withRepetition(' ')));
            var scan = scanner.next();
            var header = scanner.segment();
            header.locate("", 0);
            if (scan != Scan.SEGMENT) {
                var rule = scan == Scan.OVERLONG ? SyntaxRule.SEGMENT_TOO_LONG : SyntaxRule.INPUT_TRUNCATED;
                findings.report(rule, header.place(0, 0), header.excerpt(), SegmentScanner.LONGEST_SEGMENT);
                return;
            }
            int syntax = syntaxVersion(header);
            scanner.use(kinds(header, advised, syntax));
            scanner.rewind();
            scanner.next();
            header.locate("", 0);
            var head = head(header, syntax, opening.offset());
            handler.interchangeStarted(head);
            reportSyntax(header);
            var service = directories.service(syntax);
            var check = new SegmentCheck(findings, directories, Numbers.of(head.delimiters(), syntax));
            check.use("ISO 9735");
            var characters = new CharacterCheck(findings, scanner.kinds());
            characters.check(header);
            service.segment("UNB").ifPresent(table -> check.check(header, table));
            var context = new MessageReading.Context(scanner, directories, service, findings, check, characters, handler, report,
                    Overlay.of(profile.overlay()));
            new InterchangeReading(scanner, head, context).read();
        }

        private CharacterKinds kinds(ScannedSegment header, Delimiters advised, int syntax) {
            var repertoire = Repertoire.of(header.text(1, 1)).orElse(Repertoire.UNOC);
            char repetition = syntax < NEWEST_SYNTAX ? ' '
                    : advised.repetition() == ' ' ? Delimiters.DEFAULT_SYNTAX_4.repetition() : advised.repetition();
            var delimiters = advised.withRepetition(repetition);
            if (profile.charset().isEmpty() && delimiters.equals(Delimiters.DEFAULT)) {
                return usualKinds.computeIfAbsent(repertoire, usual -> new CharacterKinds(usual, usual.charset(), Delimiters.DEFAULT));
            }
            return new CharacterKinds(repertoire, profile.charset().orElse(repertoire.charset()), delimiters);
        }

        private static int syntaxVersion(ScannedSegment header) {
            var said = header.text(1, 2);
            return isVersion(said) ? said.charAt(0) - '0' : ASSUMED_SYNTAX;
        }

        private static boolean isVersion(String said) {
            return said.length() == 1 && said.charAt(0) >= '1' && said.charAt(0) <= '0' + NEWEST_SYNTAX;
        }

        private void reportSyntax(ScannedSegment header) {
            var identifier = header.text(1, 1);
            var version = header.text(1, 2);
            boolean known = Repertoire.of(identifier).isPresent() || identifier.isEmpty() || profile.charset().isPresent();
            if (!known) {
                findings.report(SyntaxRule.SYNTAX_UNSUPPORTED, header.place(1, 1), identifier);
            } else if (!version.isEmpty() && !isVersion(version)) {
                findings.report(SyntaxRule.SYNTAX_UNSUPPORTED, header.place(1, 2), version);
            }
        }

        private InterchangeHead head(ScannedSegment header, int syntax, long offset) {
            var environment = header.text(11, 1).equals("1") ? Environment.TEST : Environment.LIVE;
            return new InterchangeHead(said(header, 1, 1), syntax,
                    new Address(said(header, 2, 1), said(header, 2, 2), said(header, 2, 3)),
                    new Address(said(header, 3, 1), said(header, 3, 2), said(header, 3, 3)),
                    said(header, 4, 1), said(header, 4, 2), said(header, 5, 1), said(header, 7, 1), said(header, 9, 1),
                    said(header, 10, 1), environment, scanner.kinds().delimiters(), scanner.kinds().charset(), offset);
        }

        /** Nothing of the envelope is longer than 35 characters; what is has its finding, and must not be dragged along. */
        private static String said(ScannedSegment header, int element, int component) {
            return Printable.of(header.text(element, component));
        }
    }
}
