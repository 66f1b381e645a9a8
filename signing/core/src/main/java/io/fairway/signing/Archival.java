package io.fairway.signing;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** What makes a PDF document one of PDF/A-3b (ISO 19005-3): metadata that says so, a colour space, and associated files (6.8). */
final class Archival {
    private static final String PRODUCER = "Fairway";
    private static final String COLOURS = "sRGB IEC61966-2.1";
    private static final int PART = 3;

    private Archival() {
    }

    static void mark(PDDocument document, Sheet sheet, Instant at) throws IOException {
        Calendar issued = calendar(at);
        describe(document.getDocumentInformation(), sheet, issued);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(packet(sheet, issued));
        document.getDocumentCatalog().setMetadata(metadata);
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
        intent.setInfo(COLOURS);
        intent.setOutputCondition(COLOURS);
        intent.setOutputConditionIdentifier(COLOURS);
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);
        attach(document, sheet, issued);
    }

    private static Calendar calendar(Instant at) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        calendar.setTimeInMillis(at.getEpochSecond() * 1000);
        return calendar;
    }

    private static String title(Sheet sheet) {
        return sheet.title().english() + " " + sheet.title().chinese() + " " + sheet.number();
    }

    private static void describe(PDDocumentInformation information, Sheet sheet, Calendar issued) {
        information.setTitle(title(sheet));
        information.setAuthor(sheet.issuer());
        information.setProducer(PRODUCER);
        information.setCreationDate(issued);
        information.setModificationDate(issued);
    }

    private static byte[] packet(Sheet sheet, Calendar issued) throws IOException {
        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        var identification = xmp.createAndAddPDFAIdentificationSchema();
        identification.setPart(PART);
        try {
            identification.setConformance("B");
        } catch (BadFieldValueException e) {
            throw new IllegalStateException("B is a level of PDF/A", e);
        }
        var core = xmp.createAndAddDublinCoreSchema();
        core.setTitle(title(sheet));
        core.addCreator(sheet.issuer());
        var basic = xmp.createAndAddXMPBasicSchema();
        basic.setCreateDate(issued);
        basic.setModifyDate(issued);
        xmp.createAndAddAdobePDFSchema().setProducer(PRODUCER);
        var out = new ByteArrayOutputStream();
        try {
            new XmpSerializer().serialize(xmp, out, true);
        } catch (TransformerException e) {
            throw new IOException("The metadata could not be written", e);
        }
        return out.toByteArray();
    }

    private static void attach(PDDocument document, Sheet sheet, Calendar issued) throws IOException {
        Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
        var associated = new COSArray();
        for (Sheet.Attachment attachment : sheet.attachments()) {
            var file = new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.content()), COSName.FLATE_DECODE);
            file.setSubtype(attachment.mediaType());
            file.setSize(attachment.content().length);
            file.setCreationDate(issued);
            file.setModDate(issued);
            var specification = new PDComplexFileSpecification();
            specification.setFile(attachment.name());
            specification.setFileUnicode(attachment.name());
            specification.setFileDescription(attachment.description());
            specification.setEmbeddedFile(file);
            specification.setEmbeddedFileUnicode(file);
            specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Data");
            files.put(attachment.name(), specification);
            associated.add(specification.getCOSObject());
        }
        if (files.isEmpty()) {
            return;
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }
}
