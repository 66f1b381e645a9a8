package io.fairway.xml;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import java.util.Optional;

/** The ways in which an input fails as XML; each is one finding code. */
enum XmlFault {
    XML_DOCTYPE_REFUSED("no document type declaration", "XML 1.0, 2.8",
            "The document has a document type declaration; these are never processed.", "文件含有文档类型声明(DOCTYPE),一律拒收。"),
    XML_ENTITY_REFUSED("no entity reference but amp, lt, gt, apos, quot", "XML 1.0, 4.1",
            "The document refers to an entity; entities are never expanded.", "文件引用了实体,实体一律不展开。"),
    XML_NOT_WELL_FORMED("well-formed XML", "XML 1.0, 2.1",
            "The document is not well-formed XML from here on.", "文件自此处起不是格式良好的 XML。"),
    XML_VERSION_UNSUPPORTED("XML version 1.0", "XML 1.0, 2.8",
            "The document is in another version of XML than 1.0.", "文件的 XML 版本不是 1.0。"),
    XML_ENCODING_UNSUPPORTED("UTF-8, UTF-16, US-ASCII, ISO-8859-1, GB18030, GBK or GB2312", "XML 1.0, 4.3.3",
            "The declared character encoding is not supported.", "不支持所声明的字符编码。"),
    XML_ENCODING_CONTRADICTED("an encoding declaration that agrees with the first bytes", "XML 1.0, 4.3.3 and appendix F",
            "The declared character encoding is not the one the document is in.", "声明的字符编码与文件实际编码不符。"),
    XML_UNDECODABLE("bytes that are characters of the document's encoding", "XML 1.0, 4.3.3",
            "Bytes that are no character of the document's encoding.", "存在无法按文件编码解码的字节。"),
    XML_LIMIT_SIZE("a smaller input", "Fairway limit: bytes",
            "The document is larger than is accepted.", "文件超过允许的大小。"),
    XML_LIMIT_DEPTH("fewer elements inside each other", "Fairway limit: depth",
            "Elements are nested deeper than is accepted.", "元素嵌套层数超过限制。"),
    XML_LIMIT_ELEMENTS("fewer elements in one part", "Fairway limit: elements",
            "One part of the document has more elements than is accepted.", "单个部分的元素数量超过限制。"),
    XML_LIMIT_ATTRIBUTES("fewer attributes", "Fairway limit: attributes",
            "An element has more attributes than is accepted.", "元素的属性数量超过限制。"),
    XML_LIMIT_TEXT("a shorter value", "Fairway limit: text",
            "A value, tag or comment is longer than is accepted.", "单个值、标签或注释过长。");

    private final String expected;
    private final String rule;
    private final Text text;

    XmlFault(String expected, String rule, String english, String chinese) {
        this.expected = expected;
        this.rule = rule;
        this.text = new Text(english, chinese);
    }

    Finding finding(Place place, String found) {
        return new Finding(name(), Severity.ERROR, Optional.empty(), place, Printable.of(found), expected, text, rule, Optional.empty(),
                Quality.CONFORMITY);
    }

    XmlFaultException at(Place place, String found) {
        return new XmlFaultException(finding(place, found));
    }
}
