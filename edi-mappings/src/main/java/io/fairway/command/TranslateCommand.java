package io.fairway.command;

import io.fairway.dialect.Dialects;
import io.fairway.dialect.Translation;
import io.fairway.dialect.Translator;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.Manifest;
import io.fairway.document.MessageHead;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one input and writes its documents in another dialect to standard output; messages with errors are told and left out. */
final class TranslateCommand implements ReadingHandler {
    private static final int NOT_ALL = 1;
    private static final int UNREADABLE = 2;

    private final TranslateOptions options;
    private final Dialects dialects;
    private final PrintStream out;
    private final PrintStream err;
    private final InstantSource clock;
    private final List<Part> parts = new ArrayList<>();
    private Optional<Envelope> envelope = Optional.empty();
    private int written;
    private int failed;

    private record Part(Document document, Lineage lineage) {
    }

    TranslateCommand(TranslateOptions options, Dialects dialects, PrintStream out, PrintStream err, InstantSource clock) {
        this.options = options;
        this.dialects = dialects;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** @return the exit code: 0 all translated, 1 something was not, 2 nothing to read */
    int run(Input input) throws IOException, UsageException {
        boolean known = dialects.named(options.dialect()).isPresent()
                || dialects.writers().stream().anyMatch(writer -> writer.dialect().equals(options.dialect()));
        if (!known) {
            throw new UsageException("there is no dialect or form '" + options.dialect() + "'; dialects are "
                    + String.join(", ", dialects.all().stream().map(dialect -> dialect.name()).toList()), TranslateOptions.USAGE);
        }
        new Readers(dialects).read(input.path(), new ReadingProfile(options.zone(), Optional.empty(), Map.of()), this);
        out.flush();
        if (envelope.isEmpty()) {
            return UNREADABLE;
        }
        return failed > 0 || written == 0 ? NOT_ALL : 0;
    }

    @Override
    public void interchangeStarted(Envelope started) {
        envelope = Optional.of(started);
    }

    @Override
    public void messageStarted(MessageHead message) {
        parts.clear();
    }

    @Override
    public void part(Document document, Lineage lineage) {
        parts.add(new Part(document, lineage));
    }

    @Override
    public void finding(Finding finding) {
        Place place = finding.place();
        err.println("%s %s line %d, column %d: %s".formatted(finding.isError() ? "error" : "warning", finding.code(), place.line(),
                place.column(), finding.text().en()));
    }

    @Override
    public void messageEnded(MessageHead message, ReadingHandler.Verdict verdict) {
        if (verdict == ReadingHandler.Verdict.CLEAN) {
            whole().forEach(this::write);
        } else {
            failed++;
            err.println("message " + message.reference() + " (" + message.type() + ") has errors and was not translated");
        }
        parts.clear();
    }

    @Override
    public void interchangeEnded(Envelope ended, ReadingHandler.Verdict verdict, SyntaxReport report) {
        if (verdict == ReadingHandler.Verdict.SYNTAX_ERRORS && report.error().isPresent()) {
            failed++;
        }
    }

    /** A manifest comes consignment by consignment, and is written as one. */
    private List<Part> whole() {
        var whole = new ArrayList<Part>();
        for (Part part : parts) {
            if (!whole.isEmpty() && part.document() instanceof Manifest more && whole.getLast().document() instanceof Manifest first) {
                var both = new ArrayList<>(first.consignments());
                int before = both.size();
                both.addAll(more.consignments());
                whole.set(whole.size() - 1, new Part(first.with(both), joined(whole.getLast().lineage(), part.lineage(), before)));
            } else {
                whole.add(part);
            }
        }
        return whole;
    }

    private static Lineage joined(Lineage first, Lineage more, int before) {
        var origins = new ArrayList<>(first.origins());
        more.origins().stream().filter(origin -> origin.path().startsWith("consignments[0]")).forEach(origin -> origins.add(
                new Lineage.Origin("consignments[" + before + "]" + origin.path().substring("consignments[0]".length()), origin.place())));
        var unused = new ArrayList<>(first.unused());
        unused.addAll(more.unused());
        return new Lineage(origins, unused);
    }

    private void write(Part part) {
        Optional<DocumentWriter> writer = dialects.writerOf(options.dialect(), part.document());
        if (writer.isEmpty()) {
            failed++;
            err.println(options.dialect() + " has no form for a " + part.document().getClass().getSimpleName());
            return;
        }
        try {
            var addressed = envelope(envelope.orElseThrow());
            if (options.report() == TranslateOptions.Report.LINEAGE) {
                Translation translation = new Translator(dialects).translate(part.document(), part.lineage(), writer.get(), addressed);
                print(translation.bytes());
                tell(translation);
            } else {
                print(writer.get().write(part.document(), addressed));
            }
            written++;
        } catch (UnwritableDocumentException unwritable) {
            failed++;
            err.println(writer.get().dialect() + " cannot say this document: " + unwritable.getMessage());
        }
    }

    private void print(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
        if (bytes.length > 0 && bytes[bytes.length - 1] != '\n') {
            out.write('\n');
        }
    }

    private OutboundEnvelope envelope(Envelope source) {
        String reference = source.reference().isEmpty() ? "1" : source.reference();
        return new OutboundEnvelope(source.sender(), source.recipient(), reference.length() <= 14 ? reference : reference.substring(0, 14),
                clock.instant(), source.environment(), options.zone());
    }

    private void tell(Translation translation) {
        translation.leaves().forEach(leaf -> {
            String member = leaf.member().isEmpty() ? "constant or by rule" : leaf.member();
            String sources = leaf.sources().stream().map(TranslateCommand::where).collect(Collectors.joining(" and "));
            err.println("from  " + where(leaf.target()) + "  <-  " + member + (sources.isEmpty() ? "" : "  <-  " + sources));
        });
        translation.losses().forEach(unused -> err.println("lost  " + where(unused.place()) + "  '" + unused.value() + "'"));
    }

    private static String where(Place place) {
        String segment = place.segment() + (place.segmentPosition() > 0 ? " (segment " + place.segmentPosition() + ")" : "");
        String element = place.element() > 0 ? ", element " + place.element() + ", component " + place.component() : "";
        return segment + element + (place.offset() >= 0 ? ", byte " + place.offset() : "");
    }
}
