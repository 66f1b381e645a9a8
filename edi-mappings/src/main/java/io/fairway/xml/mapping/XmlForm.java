package io.fairway.xml.mapping;

import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlParts;
import java.io.IOException;

/** One form of XML document: reads what follows the root's start tag and tells the session. */
interface XmlForm {
    void read(XmlParts parts, XmlSession session) throws IOException, XmlFaultException;
}
