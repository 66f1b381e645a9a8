package io.fairway.xml.mapping;

/** Namespaces and fixed values of the WCO Data Model 3.6 in the DMS profile. */
final class WcoNames {
    static final String META = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2";
    static final String DECLARATION = "urn:wco:datamodel:WCO:DEC-DMS:2";
    static final String RESPONSE = "urn:wco:datamodel:WCO:RES-DMS:2";
    static final String DECLARATION_TYPES = "urn:wco:datamodel:WCO:Declaration_DS:DMS:2";
    static final String RESPONSE_TYPES = "urn:wco:datamodel:WCO:Response_DS:DMS:2";

    /** {@code AgencyAssignedCustomizationCode} of a test document; ours, as the profile has no test indicator. */
    static final String TEST = "TEST";

    private WcoNames() {
    }
}
