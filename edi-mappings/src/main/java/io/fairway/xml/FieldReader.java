package io.fairway.xml;

import io.fairway.document.Lineage;
import io.fairway.document.LineageCollector;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import io.fairway.document.finding.ValueRule;
import io.fairway.document.id.RefusedValueException;
import io.fairway.xml.XmlElement.Attribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads the values of one XML element into members of a document. Every value taken is remembered with its place; every
 * refused or missing one becomes a finding; what nobody took is the loss report.
 *
 * <p>Source paths are local names below the element, {@code TransportMeans/ID}, with {@code @} before the name of an attribute;
 * of several elements of a name the first is meant. Document paths are members, {@code voyage.ship}, put after the reader's own.
 * An element or attribute without characters counts as absent.
 */
public final class FieldReader {
    private final Shared shared;
    private final XmlElement element;
    private final String path;

    private record Shared(XmlElement root, Consumer<Finding> findings, LineageCollector lineage, Set<Object> used, AtomicInteger gaps) {
    }

    private record Source(Object node, String value, Place place) {
    }

    private FieldReader(Shared shared, XmlElement element, String path) {
        this.shared = shared;
        this.element = element;
        this.path = path;
    }

    /** @param path document path of the element, empty for the document itself */
    public static FieldReader of(XmlElement element, String path, Consumer<Finding> findings) {
        var shared = new Shared(element, findings, new LineageCollector(), Collections.newSetFromMap(new IdentityHashMap<>()),
                new AtomicInteger());
        return new FieldReader(shared, element, path);
    }

    /** The first element at a source path, as the member of the document it is about (empty: the same). */
    public Optional<FieldReader> child(String sourcePath, String member) {
        return elementAt(sourcePath).map(child -> new FieldReader(shared, child, joined(member)));
    }

    /** All children of a name in input order, as members {@code member[0]}, {@code member[1]}… */
    public List<FieldReader> children(String name, String member) {
        List<FieldReader> readers = new ArrayList<>();
        element.named(name).forEach(child -> readers.add(new FieldReader(shared, child, joined(member + "[" + readers.size() + "]"))));
        return readers;
    }

    /** All children of a name in input order, each still about the member this reader is about. */
    public List<FieldReader> each(String name) {
        return element.named(name).map(child -> new FieldReader(shared, child, path)).toList();
    }

    /** The same element, as another member of the document. */
    public FieldReader as(String member) {
        return new FieldReader(shared, element, joined(member));
    }

    /** The value as it stands, empty when absent. */
    public String text(String member, String sourcePath) {
        return value(member, sourcePath, Function.identity()).orElse("");
    }

    /**
     * The value, wrapped or converted.
     *
     * @param wrap throws {@link RefusedValueException} for a value that cannot be; this becomes a finding and the value is left out
     */
    public <T> Optional<T> value(String member, String sourcePath, Function<String, T> wrap) {
        return sourceAt(sourcePath).flatMap(source -> wrapped(member, source, wrap));
    }

    /** As {@link #value}, but absence is a finding too, and without the value the reading is not complete. */
    public <T> Optional<T> required(String member, String sourcePath, Function<String, T> wrap) {
        Optional<Source> source = sourceAt(sourcePath);
        if (source.isEmpty()) {
            missing(sourcePath, member);
        }
        return source.flatMap(there -> needed(wrapped(member, there, wrap)));
    }

    /** All values of the children of a name; one refused and the reading is not complete. */
    public <T> List<T> values(String member, String name, Function<String, T> wrap) {
        List<T> values = new ArrayList<>();
        element.named(name).filter(child -> !child.text().isEmpty()).forEach(child -> {
            var source = new Source(child, child.text(), child.place());
            needed(wrapped(member + "[" + values.size() + "]", source, wrap)).ifPresent(values::add);
        });
        return values;
    }

    /** The value without taking it: it stays in the loss report unless it is taken too. Empty when absent. */
    public String peek(String sourcePath) {
        return sourceAt(sourcePath).map(Source::value).orElse("");
    }

    /** A value that steers the reading and is no member of the document; empty when absent. */
    public String marker(String sourcePath) {
        Optional<Source> source = sourceAt(sourcePath);
        source.ifPresent(there -> shared.used.add(there.node));
        return source.map(Source::value).orElse("");
    }

    /** Reports that something the document must have is not there; the reading is not complete then. */
    public void missing(String sourcePath, String member) {
        shared.gaps.incrementAndGet();
        Place here = element.place();
        var place = new Place(here.message(), here.segment() + "/" + sourcePath, 0, 0, 0, here.offset(), here.line(), here.column());
        var text = new Text("A mandatory value is missing: " + sourcePath + ".", "缺少必填值：" + sourcePath + "。");
        shared.findings.accept(new Finding("VALUE_MISSING", Severity.ERROR, Optional.empty(), place, "", "a value in " + sourcePath, text,
                "mandatory for " + joined(member), Optional.empty(), Quality.COMPLETENESS));
    }

    /** Whether every required value was there and good so far, anywhere below the root. */
    public boolean isComplete() {
        return shared.gaps.get() == 0;
    }

    public Place place() {
        return element.place();
    }

    /** Origins of all values taken so far, and every value below the root that was not. */
    public Lineage lineage() {
        var whole = new LineageCollector();
        whole.include(shared.lineage.lineage());
        collectUnused(shared.root, whole);
        return whole.lineage();
    }

    private void collectUnused(XmlElement from, LineageCollector into) {
        if (!from.text().isEmpty() && !shared.used.contains(from)) {
            into.unused(from.place(), from.text());
        }
        for (Attribute attribute : from.attributes()) {
            if (!shared.used.contains(attribute)) {
                into.unused(attribute.place(), attribute.value());
            }
        }
        from.children().forEach(child -> collectUnused(child, into));
    }

    private <T> Optional<T> wrapped(String member, Source source, Function<String, T> wrap) {
        shared.used.add(source.node);
        try {
            T value = wrap.apply(source.value);
            shared.lineage.origin(joined(member), source.place);
            return Optional.of(value);
        } catch (RefusedValueException e) {
            refused(source, e);
            return Optional.empty();
        }
    }

    private <T> Optional<T> needed(Optional<T> value) {
        if (value.isEmpty()) {
            shared.gaps.incrementAndGet();
        }
        return value;
    }

    private void refused(Source source, RefusedValueException e) {
        shared.findings.accept(ValueRule.of(e.code()).finding(source.place, source.value, e.expected(), e.proposal()));
    }

    private Optional<Source> sourceAt(String sourcePath) {
        int at = sourcePath.indexOf('@');
        if (at < 0) {
            return elementAt(sourcePath).filter(found -> !found.text().isEmpty())
                    .map(found -> new Source(found, found.text(), found.place()));
        }
        String owner = at == 0 ? "" : sourcePath.substring(0, at - 1);
        return elementAt(owner).flatMap(found -> found.attribute(sourcePath.substring(at + 1)))
                .filter(attribute -> !attribute.value().isEmpty())
                .map(attribute -> new Source(attribute, attribute.value(), attribute.place()));
    }

    private Optional<XmlElement> elementAt(String sourcePath) {
        if (sourcePath.isEmpty()) {
            return Optional.of(element);
        }
        Optional<XmlElement> found = Optional.of(element);
        for (String step : sourcePath.split("/")) {
            found = found.flatMap(parent -> parent.first(step));
        }
        return found;
    }

    private String joined(String member) {
        if (path.isEmpty() || member.isEmpty()) {
            return path + member;
        }
        return member.startsWith("[") ? path + member : path + "." + member;
    }
}
