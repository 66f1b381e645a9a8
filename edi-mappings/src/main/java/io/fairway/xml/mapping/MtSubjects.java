package io.fairway.xml.mapping;

import io.fairway.document.Document;
import io.fairway.document.Lineage;
import io.fairway.document.LineageCollector;
import io.fairway.document.finding.Place;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * Takes the consignments of an MT message one by one and passes each on as a part. The last one is kept back until it is known
 * what follows, so that values behind the consignments stand in its loss report.
 */
abstract class MtSubjects implements MtBody {
    private final XmlSession session;
    private final Place place;
    private Lineage pendingHeading;
    private Lineage originsOfHeading = Lineage.NONE;
    private Optional<Pending> pending = Optional.empty();
    private int subjects;

    private record Pending(Document document, LineageCollector lineage) {
    }

    /** @param heading reader of what stands before the consignments, all its values taken */
    MtSubjects(FieldReader heading, XmlSession session) {
        this.session = session;
        this.place = heading.place();
        this.pendingHeading = heading.lineage();
    }

    final XmlSession session() {
        return session;
    }

    /** The part about one consignment, when header and consignment are sound. */
    abstract Optional<Document> documentOf(FieldReader consignment);

    /** Path of the consignment in its part. */
    abstract String pathOfSubject();

    @Override
    public final void subject(XmlElement consignment) {
        passOn();
        subjects++;
        FieldReader fields = FieldReader.of(consignment, pathOfSubject(), session::finding);
        Optional<Document> document = documentOf(fields);
        if (document.isEmpty()) {
            session.incomplete();
        }
        var lineage = new LineageCollector();
        lineage.include(heading());
        lineage.include(fields.lineage());
        pending = document.map(built -> new Pending(built, lineage));
    }

    /** Loss of the header is reported once, with the first part; its origins with every part. */
    private Lineage heading() {
        if (subjects == 1) {
            originsOfHeading = new Lineage(pendingHeading.origins(), List.of());
            return pendingHeading;
        }
        return originsOfHeading;
    }

    @Override
    public final void trailing(XmlElement behind) {
        Lineage unused = FieldReader.of(behind, "", session::finding).lineage();
        pending.ifPresent(last -> last.lineage.include(unused));
    }

    @Override
    public final void end() {
        passOn();
        if (subjects == 0) {
            session.finding(XmlContentRule.XML_BODY_MISSING, place, "");
        }
    }

    private void passOn() {
        pending.ifPresent(ready -> session.part(ready.document, ready.lineage.lineage()));
        pending = Optional.empty();
    }
}
