package io.fairway.xml.mapping;

import io.fairway.document.Envelope.Environment;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlOutput;

/** The envelope of WCO documents: what it says of model and agency, and by agreement whether the document is a test. */
final class WcoEnvelope {
    private static final String TEST_ELEMENT = "AgencyAssignedCustomizationCode";

    private WcoEnvelope() {
    }

    static Environment read(FieldReader fields) {
        fields.marker("WCODataModelVersionCode");
        fields.marker("WCOTypeName");
        fields.marker("AgencyAssignedCustomizationVersionCode");
        return fields.marker(TEST_ELEMENT).equals(WcoNames.TEST) ? Environment.TEST : Environment.LIVE;
    }

    /** @return the output with {@code MetaData} still open; {@code ds} is the prefix of {@code typesNamespace} */
    static XmlOutput write(String typeName, String namespace, String typesNamespace, Environment environment) {
        return new XmlOutput().open("md:MetaData")
                .attribute("", "xmlns:md", WcoNames.META).attribute("", "xmlns", namespace).attribute("", "xmlns:ds", typesNamespace)
                .leaf("", "md:WCODataModelVersionCode", "3.6")
                .leaf("", "md:WCOTypeName", typeName)
                .leaf("", "md:" + TEST_ELEMENT, environment == Environment.TEST ? WcoNames.TEST : "")
                .leaf("", "md:AgencyAssignedCustomizationVersionCode", "v2.1");
    }
}
