package io.fairway.dialect;

import io.fairway.dialect.Translation.Leaf;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Lineage;
import io.fairway.document.Lineage.Origin;
import io.fairway.document.Lineage.Unused;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.finding.Place;
import io.fairway.smooks.SmooksDialectWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Translates with lineage and loss, whatever the dialects are. What was written is read again by our own reader, which says for every
 * value of it which member of the document it is; the lineage of the source says where that member came from. In a counterpart's own
 * dialect the placeholders name the segments that fed them, and these are read again. Thread-safe.
 */
public final class Translator {
    private final Dialects dialects;

    public Translator(Dialects dialects) {
        this.dialects = dialects;
    }

    /**
     * @param source lineage of the reading that made the document; {@link Lineage#NONE} when there was none
     * @throws io.fairway.document.UnwritableDocumentException when the form cannot say the document
     */
    public Translation translate(Document document, Lineage source, DocumentWriter writer, OutboundEnvelope envelope) {
        Map<String, List<Place>> sources = source.origins().stream()
                .collect(Collectors.groupingBy(Origin::path, Collectors.mapping(Origin::place, Collectors.toList())));
        List<Leaf> leaves = new ArrayList<>();
        byte[] bytes;
        if (writer instanceof SmooksDialectWriter fed) {
            var made = fed.translate(document, envelope);
            bytes = made.bytes();
            Lineage between = reread(fed.source(document, envelope), envelope);
            made.lineage().origins().forEach(placeholder -> leaves.add(leaf(placeholder, between, sources)));
        } else {
            bytes = writer.write(document, envelope);
            Lineage target = reread(bytes, envelope);
            target.origins().forEach(origin -> leaves.add(new Leaf(origin.place(), origin.path(), sources.getOrDefault(origin.path(), List.of()))));
            Set<Place> known = target.origins().stream().map(Origin::place).collect(Collectors.toCollection(HashSet::new));
            TargetPlaces.of(bytes).stream().filter(place -> !known.contains(place)).forEach(place -> leaves.add(new Leaf(place, "", List.of())));
            leaves.sort(Comparator.comparingLong(leaf -> leaf.target().offset()));
        }
        return new Translation(bytes, leaves, losses(source, leaves));
    }

    /** The member that stands in the segment a placeholder was fed from. */
    private static Leaf leaf(Origin placeholder, Lineage between, Map<String, List<Place>> sources) {
        List<String> members = between.origins().stream().filter(origin -> origin.place().offset() >= 0
                && origin.place().offset() == placeholder.place().offset()).map(Origin::path).distinct().toList();
        Place target = new Place("", placeholder.path(), 0, 0, 0, -1, 0, 0);
        return new Leaf(target, String.join(", ", members),
                members.stream().flatMap(member -> sources.getOrDefault(member, List.of()).stream()).distinct().toList());
    }

    private Lineage reread(byte[] bytes, OutboundEnvelope envelope) {
        var again = new Rereading();
        dialects.readerOf(bytes).ifPresent(reader -> again.read(reader, bytes, envelope.zone()));
        return again.lineage();
    }

    /** What the reading did not take, and what it took and the result does not have. */
    private static List<Unused> losses(Lineage source, List<Leaf> leaves) {
        Set<String> said = leaves.stream().flatMap(leaf -> Stream.of(leaf.member().split(", "))).collect(Collectors.toCollection(HashSet::new));
        Map<Place, String> lost = new HashMap<>();
        source.origins().stream().filter(origin -> !said.contains(origin.path())).forEach(origin -> lost.putIfAbsent(origin.place(), origin.path()));
        leaves.stream().flatMap(leaf -> leaf.sources().stream()).forEach(lost::remove);
        List<Unused> losses = new ArrayList<>(source.unused());
        lost.forEach((place, member) -> losses.add(new Unused(place, member)));
        losses.sort(Comparator.comparingLong(loss -> loss.place().offset()));
        return losses;
    }
}
