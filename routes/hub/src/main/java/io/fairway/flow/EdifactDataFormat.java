package io.fairway.flow;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.ReadingProfile;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.edifact.mapping.EdifactDocumentWriters;
import io.fairway.edifact.mapping.EdifactDocuments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatName;
import org.apache.camel.spi.annotations.Dataformat;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The EDIFACT engine as a Camel data format, {@code fairway-edifact}. Unmarshals bytes into the list of {@link ReadInterchange}, one
 * for each interchange of the transmission: what is wrong with them is in their findings, never an exception. Marshals an
 * {@link AddressedDocument} into one interchange; a document that its dialect cannot say is refused with
 * {@link UnwritableDocumentException}. Thread-safe.
 */
@Dataformat(EdifactDataFormat.NAME)
public final class EdifactDataFormat extends ServiceSupport implements DataFormat, DataFormatName {
    /** By which routes name it. */
    public static final String NAME = "fairway-edifact";

    private final EdifactDocuments documents = new EdifactDocuments();
    private final List<DocumentWriter> writers = EdifactDocumentWriters.all();
    private final ReadingProfile profile;

    /** Reads as a counterpart without agreements writes, local times in UTC. */
    public EdifactDataFormat() {
        this(new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of()));
    }

    public EdifactDataFormat(ReadingProfile profile) {
        this.profile = profile;
    }

    @Override
    public String getDataFormatName() {
        return NAME;
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws IOException {
        return read(stream);
    }

    @Override
    public Object unmarshal(Exchange exchange, Object body) throws IOException {
        return body instanceof byte[] bytes ? read(new ByteArrayInputStream(bytes))
                : read(exchange.getContext().getTypeConverter().convertTo(InputStream.class, exchange, body));
    }

    private List<ReadInterchange> read(InputStream stream) throws IOException {
        var collecting = new CollectedInterchanges();
        documents.read(stream, profile, collecting);
        return collecting.all();
    }

    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream) throws IOException {
        if (!(graph instanceof AddressedDocument addressed)) {
            throw new IllegalArgumentException("Only an addressed document can be marshalled, not " + graph.getClass().getName());
        }
        stream.write(writer(addressed.dialect(), addressed.document()).write(addressed.document(), addressed.envelope()));
    }

    private DocumentWriter writer(String dialect, Document document) {
        return writers.stream().filter(writer -> writer.dialect().equals(dialect)).findFirst().orElseThrow(() ->
                new UnwritableDocumentException(document.getClass().getSimpleName(), "there is no EDIFACT dialect " + dialect));
    }
}
