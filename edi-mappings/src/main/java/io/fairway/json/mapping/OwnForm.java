package io.fairway.json.mapping;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.Lineage;
import io.fairway.document.LineageCollector;
import io.fairway.document.Manifest;
import io.fairway.document.MessageHead;
import io.fairway.document.finding.ValueRule;
import io.fairway.document.shape.Shape;
import io.fairway.document.shape.Shape.Group;
import io.fairway.json.JsonElement;
import io.fairway.json.JsonElement.JsonArray;
import io.fairway.json.JsonElement.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fairway's own form of every document: {@code {"fairway": "1", "envelope": {…}, "documents": [{"type": "Manifest", …}]}}. The members
 * of a document are the components of its record; docs/json.md has the rules. Each document is one message of the interchange.
 */
final class OwnForm implements JsonForm {
    static final String MARK = "fairway";
    static final String VERSION = "1";
    static final String ENVELOPE = "envelope";
    static final String DOCUMENTS = "documents";

    /** Every kind of document by its simple name. */
    static final Map<String, Group> KINDS = Shape.recordsOf(Document.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Shape::group));

    private static final Set<String> ENVELOPE_MEMBERS = Set.of("reference", "sender", "recipient", "environment", "preparedAt");

    static Group shapeOf(Document document) {
        return Optional.ofNullable(KINDS.get(document.getClass().getSimpleName())).orElseThrow();
    }

    @Override
    public boolean isFormOf(JsonObject whole) {
        return whole.member(MARK).isPresent();
    }

    @Override
    public void read(JsonObject whole, JsonSession session) {
        Optional<Envelope> envelope = envelope(whole, session);
        if (envelope.isEmpty()) {
            return;
        }
        session.startInterchange(envelope.get());
        List<JsonElement> documents = whole.member(DOCUMENTS).filter(JsonArray.class::isInstance).map(JsonArray.class::cast)
                .map(JsonArray::elements).orElse(List.of());
        if (documents.isEmpty()) {
            session.finding(JsonContentRule.VALUE_MISSING.at(whole.place(), "", "an array " + DOCUMENTS + " with at least one document"));
        }
        documents.forEach(document -> readOne(document, session));
        session.end();
    }

    private static Optional<Envelope> envelope(JsonObject whole, JsonSession session) {
        if (!whole.text(MARK).equals(VERSION)) {
            session.finding(JsonContentRule.UNKNOWN_JSON_DOCUMENT.at(whole.place(), whole.text(MARK), "version " + VERSION + " of the form"));
            return Optional.empty();
        }
        Optional<JsonObject> object = whole.member(ENVELOPE).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
        if (object.isEmpty()) {
            session.finding(JsonContentRule.VALUE_MISSING.at(whole.place(), "", "an object " + ENVELOPE));
            return Optional.empty();
        }
        whole.members().forEach((name, element) -> reportUnknown(Set.of(MARK, ENVELOPE, DOCUMENTS), name, element, session));
        object.get().members().forEach((name, element) -> reportUnknown(ENVELOPE_MEMBERS, name, element, session));
        String environment = object.get().text("environment");
        if (!environment.isEmpty() && Arrays.stream(Environment.values()).noneMatch(known -> word(known).equals(environment))) {
            session.finding(ValueRule.CODE_UNKNOWN.finding(object.get().place(), environment, "live or test", Optional.empty()));
            return Optional.empty();
        }
        return Optional.of(new Envelope(Syntax.JSON, object.get().text("reference"), object.get().text("sender"),
                object.get().text("recipient"), environment.equals(word(Environment.TEST)) ? Environment.TEST : Environment.LIVE, 0));
    }

    static String word(Environment environment) {
        return environment.name().toLowerCase(Locale.ROOT);
    }

    private static void reportUnknown(Set<String> known, String name, JsonElement element, JsonSession session) {
        if (!known.contains(name)) {
            session.finding(JsonContentRule.MEMBER_UNKNOWN.at(element.place(), name, "one of " + String.join(", ", known.stream().sorted().toList())));
        }
    }

    private static void readOne(JsonElement element, JsonSession session) {
        String type = element instanceof JsonObject object ? object.text(RecordReading.TYPE) : "";
        Optional<Group> kind = Optional.ofNullable(KINDS.get(type));
        MessageHead head = session.startMessage(kind.isPresent() ? "JSON:" + type : "JSON");
        if (kind.isEmpty() || !(element instanceof JsonObject object)) {
            session.finding(ValueRule.CODE_UNKNOWN.finding(element.place(), type,
                    "an object with type " + String.join(", ", KINDS.keySet().stream().sorted().toList()), Optional.empty()));
        } else {
            var lineage = new LineageCollector();
            var reading = new RecordReading(session::finding, lineage);
            reading.read(object, kind.get(), "", Set.of(RecordReading.TYPE)).map(Document.class::cast)
                    .ifPresentOrElse(document -> tell(document, lineage.lineage(), session), session::incomplete);
        }
        session.endMessage(head);
    }

    /** A manifest is told bill by bill, as from every other syntax. */
    private static void tell(Document document, Lineage lineage, JsonSession session) {
        if (!(document instanceof Manifest manifest) || manifest.consignments().size() < 2) {
            session.part(document, lineage);
            return;
        }
        List<Lineage> lineages = perConsignment(lineage, manifest.consignments().size());
        for (int i = 0; i < manifest.consignments().size(); i++) {
            session.part(new Manifest(manifest.reference(), manifest.function(), manifest.issuedAt(), manifest.voyage(), manifest.carrier(),
                    manifest.agent(), manifest.portOfDeparture(), manifest.portOfArrival(), manifest.customsOffice(), manifest.departedAt(),
                    manifest.estimatedArrival(), List.of(manifest.consignments().get(i))), lineages.get(i));
        }
    }

    private static List<Lineage> perConsignment(Lineage whole, int consignments) {
        String array = "consignments[";
        Function<Lineage.Origin, String> owner = origin -> origin.path().startsWith(array)
                ? origin.path().substring(array.length(), origin.path().indexOf(']')) : "";
        Map<String, List<Lineage.Origin>> origins = whole.origins().stream().collect(Collectors.groupingBy(owner));
        List<Lineage> lineages = new ArrayList<>();
        for (int i = 0; i < consignments; i++) {
            var own = new LineageCollector();
            own.include(new Lineage(origins.getOrDefault("", List.of()), i == 0 ? whole.unused() : List.of()));
            origins.getOrDefault(Integer.toString(i), List.of()).forEach(origin ->
                    own.origin(array + "0" + origin.path().substring(origin.path().indexOf(']')), origin.place()));
            lineages.add(own.lineage());
        }
        return lineages;
    }
}
