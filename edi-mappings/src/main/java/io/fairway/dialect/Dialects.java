package io.fairway.dialect;

import io.fairway.document.Document;
import io.fairway.document.DocumentReader;
import io.fairway.document.DocumentWriter;
import io.fairway.document.code.CodeLists;
import io.fairway.edifact.mapping.EdifactDocumentWriters;
import io.fairway.edifact.mapping.EdifactDocuments;
import io.fairway.json.mapping.DcsaTransportDocumentWriter;
import io.fairway.json.mapping.JsonDocuments;
import io.fairway.json.mapping.OwnFormWriter;
import io.fairway.smooks.SmooksDialect;
import io.fairway.smooks.SmooksDialectWriter;
import io.fairway.xml.mapping.XmlDialects;
import io.fairway.xml.mapping.XmlDocuments;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything that is read and written. Readers know their input by its beginning; writers are named by dialect ({@code wco-xml}: the
 * usual form of the document) or by form ({@code CUSRES:D:95B:UN}). Immutable.
 */
public final class Dialects {
    private final List<Dialect> all;
    private final List<DocumentReader> readers;

    private Dialects(List<Dialect> all, List<DocumentReader> readers) {
        this.all = List.copyOf(all);
        this.readers = List.copyOf(readers);
        List<String> doubled = Stream.concat(all.stream().map(Dialect::name), writers().stream().map(DocumentWriter::dialect)
                .filter(form -> all.stream().noneMatch(dialect -> dialect.name().equals(form)))).sorted().toList();
        if (doubled.stream().distinct().count() < doubled.size()) {
            throw new IllegalArgumentException("A dialect or form has a name that is taken: " + doubled);
        }
    }

    /** Those that Fairway brings. */
    public static Dialects builtIn() {
        return builtIn(CodeLists.NONE);
    }

    /** Those that Fairway brings, judging by code lists that were loaded. */
    public static Dialects builtIn(CodeLists lists) {
        return builtIn(() -> lists);
    }

    /** Those that Fairway brings, judging each input by the code lists in force when it is read. */
    public static Dialects builtIn(Supplier<CodeLists> lists) {
        Dialects mapped = new Dialects(List.of(
                new Dialect("edifact", EdifactDocumentWriters.all(), UsualForms::edifact),
                new Dialect(OwnFormWriter.DIALECT, List.of(new OwnFormWriter()), _ -> Optional.of(OwnFormWriter.DIALECT)),
                new Dialect("dcsa-json", List.of(new DcsaTransportDocumentWriter()), UsualForms::dcsa),
                new Dialect("wco-xml", XmlDialects.wco(), UsualForms::wco),
                new Dialect("cn-manifest-xml", XmlDialects.chinaManifest(), UsualForms::chinaManifest),
                new Dialect("cn-dec-xml", XmlDialects.chinaDeclaration(), UsualForms::chinaDeclaration),
                new Dialect("fal-xml", XmlDialects.fal(), UsualForms::fal),
                new Dialect("trade-xml", XmlDialects.trade(), UsualForms::trade)),
                List.of(new EdifactDocuments(lists), new XmlDocuments(), new JsonDocuments()));
        return mapped.andSmooks(SmooksDialect.shipped());
    }

    /**
     * These and those of counterparts' folders, each of them a dialect with one form.
     *
     * @throws io.fairway.smooks.RefusedDialectException when a name is taken, or a dialect is fed with a form that is not written here
     */
    public Dialects andSmooks(List<SmooksDialect> folders) {
        return and(folders.stream().map(this::fed).toList());
    }

    private Dialect fed(SmooksDialect folder) {
        boolean isTaken = named(folder.name()).isPresent() || writers().stream().anyMatch(writer -> writer.dialect().equals(folder.name()));
        if (isTaken) {
            throw folder.refusal("there is a dialect of that name already");
        }
        DocumentWriter source = writers().stream().filter(writer -> writer.dialect().equals(folder.form())).findFirst()
                .orElseThrow(() -> folder.refusal("it is fed with " + folder.form() + ", which Fairway does not write"));
        String message = folder.form().split(":", 2)[0];
        return new Dialect(folder.name(), List.of(new SmooksDialectWriter(folder, source)), document -> UsualForms.edifact(document)
                .filter(usual -> usual.split(":", 2)[0].equals(message)).map(_ -> folder.name()));
    }

    /**
     * These and more, for example those of a counterpart's folder.
     *
     * @throws IllegalArgumentException when a name is taken
     */
    public Dialects and(List<Dialect> more) {
        return new Dialects(Stream.concat(all.stream(), more.stream()).toList(), readers);
    }

    public List<Dialect> all() {
        return all;
    }

    /** Every reader, that of EDIFACT first; the first that recognises an input is the one to read it. */
    public List<DocumentReader> readers() {
        return readers;
    }

    /** Every writer of every dialect; their names are forms. */
    public List<DocumentWriter> writers() {
        return all.stream().flatMap(dialect -> dialect.writers().stream()).toList();
    }

    /** @param head the first bytes of an input, at most 4096 */
    public Optional<DocumentReader> readerOf(byte[] head) {
        return readers.stream().filter(reader -> reader.recognises(head)).findFirst();
    }

    public Optional<Dialect> named(String name) {
        return all.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }

    /** @param name of a dialect or of a form; empty when there is none of the name, or the dialect has no form for the document */
    public Optional<DocumentWriter> writerOf(String name, Document document) {
        Optional<Dialect> dialect = named(name);
        return dialect.isPresent() ? dialect.get().writerOf(document)
                : writers().stream().filter(writer -> writer.dialect().equals(name)).findFirst();
    }
}
