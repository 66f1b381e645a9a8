package io.fairway.dialect;

import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.edifact.EdifactReader;
import io.fairway.edifact.InterchangeHandler;
import io.fairway.edifact.InterchangeHead;
import io.fairway.edifact.Segment;
import io.fairway.edifact.SegmentHandler;
import io.fairway.json.JsonElement;
import io.fairway.json.JsonElement.JsonArray;
import io.fairway.json.JsonElement.JsonObject;
import io.fairway.json.JsonElement.JsonScalar;
import io.fairway.json.JsonFaultException;
import io.fairway.json.JsonLimits;
import io.fairway.json.JsonReading;
import io.fairway.xml.XmlElement;
import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlLimits;
import io.fairway.xml.XmlParts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where there are values in something our own writers wrote: every component, every element and attribute with text, every scalar. */
final class TargetPlaces implements InterchangeHandler, SegmentHandler {
    private final List<Place> places = new ArrayList<>();

    private TargetPlaces() {
    }

    static List<Place> of(byte[] bytes) {
        var found = new TargetPlaces();
        try {
            switch (bytes.length == 0 ? 0 : bytes[0]) {
                case '<' -> found.readXml(bytes);
                case '{' -> found.collect(new JsonReading(JsonLimits.DEFAULT).read(new ByteArrayInputStream(bytes)));
                default -> new EdifactReader().read(new ByteArrayInputStream(bytes),
                        new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of()), found);
            }
        } catch (XmlFaultException | JsonFaultException e) {
            throw new IllegalStateException("What was written cannot be read again", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
        return found.places;
    }

    private void readXml(byte[] bytes) throws IOException, XmlFaultException {
        XmlParts parts = XmlParts.open(new ByteArrayInputStream(bytes), XmlLimits.DEFAULT);
        for (Optional<XmlElement> part = parts.next(Set.of()); part.isPresent(); part = parts.next(Set.of())) {
            collect(part.get());
        }
    }

    private void collect(XmlElement element) {
        if (!element.text().isEmpty()) {
            places.add(element.place());
        }
        element.attributes().stream().filter(attribute -> !attribute.name().startsWith("xmlns")).forEach(attribute -> places.add(attribute.place()));
        element.children().forEach(this::collect);
    }

    private void collect(JsonElement element) {
        switch (element) {
            case JsonScalar scalar -> places.add(scalar.place());
            case JsonArray array -> array.elements().forEach(this::collect);
            case JsonObject object -> object.members().values().forEach(this::collect);
        }
    }

    @Override
    public void segment(Segment segment) {
        for (int element = 1; element <= segment.elements(); element++) {
            for (int component = 1; component <= segment.components(element); component++) {
                if (!segment.text(element, component).isEmpty()) {
                    places.add(segment.place(element, component));
                }
            }
        }
    }

    @Override
    public Optional<SegmentHandler> messageStarted(MessageHead message) {
        return Optional.of(this);
    }

    @Override
    public void interchangeStarted(InterchangeHead interchange) {
        // the envelope says nothing of the document
    }

    @Override
    public void groupStarted(String trigger, int depth) {
        // groups hold no values
    }

    @Override
    public void groupEnded(String trigger, int depth) {
        // groups hold no values
    }

    @Override
    public void finding(Finding finding) {
        // what our own writers write is held to be clean by their tests
    }

    @Override
    public void messageEnded(MessageHead message, int segments, Verdict verdict) {
        // the envelope says nothing of the document
    }

    @Override
    public void interchangeEnded(InterchangeHead interchange, Verdict verdict, SyntaxReport report) {
        // the envelope says nothing of the document
    }
}
