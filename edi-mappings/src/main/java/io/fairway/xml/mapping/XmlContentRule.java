package io.fairway.xml.mapping;

import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;

/** What the content of an XML document is held to, beyond the form of single values; the name is the code of the finding. */
enum XmlContentRule {
    UNKNOWN_XML_DOCUMENT(Severity.ERROR, "MetaData of the WCO Data Model (DMS:2), Manifest MT1101 to MT5102,"
            + " DecMessage, DEC_DATA, DecImportResponse or FALDeclaration",
            "Fairway: supported XML forms", "This kind of XML document is not supported.", "不支持此类 XML 文件。"),
    XML_HEAD_MISSING(Severity.ERROR, "Head with MessageID as the first element", "MT1101 form",
            "The manifest message does not begin with its head.", "舱单报文缺少报文头。"),
    XML_BODY_MISSING(Severity.ERROR, "a declaration or a response with at least one subject", "the form's structure",
            "The document has an envelope but nothing in it.", "文件没有正文。"),
    DECLARATION_WITHOUT_SUBJECT(Severity.ERROR, "a bill (previous document 704, 705, 710 or 714) or a container",
            "Fairway: a declaration is about goods under a bill",
            "The declaration names neither a bill nor a container.", "报关单既未列明提单也未列明集装箱。"),
    DECLARATION_WITHOUT_BILL(Severity.WARNING, "a bill as previous document 704, 705, 710 or 714",
            "Fairway: a declaration is about goods under a bill",
            "The declaration names no bill; its consignment can be found by container only.", "报关单未列明提单,只能按箱号查找货物。");

    private final Severity severity;
    private final String expected;
    private final String source;
    private final String english;
    private final String chinese;

    XmlContentRule(Severity severity, String expected, String source, String english, String chinese) {
        this.severity = severity;
        this.expected = expected;
        this.source = source;
        this.english = english;
        this.chinese = chinese;
    }

    Severity severity() {
        return severity;
    }

    Quality quality() {
        return switch (this) {
            case UNKNOWN_XML_DOCUMENT -> Quality.CONFORMITY;
            case XML_HEAD_MISSING, XML_BODY_MISSING, DECLARATION_WITHOUT_SUBJECT, DECLARATION_WITHOUT_BILL -> Quality.COMPLETENESS;
        };
    }

    String expected() {
        return expected;
    }

    String source() {
        return source;
    }

    String english() {
        return english;
    }

    String chinese() {
        return chinese;
    }
}
