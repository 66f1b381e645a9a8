package io.fairway.xml.mapping;

import java.util.Arrays;
import java.util.Optional;

/** The messages of the sea manifest family of China Customs that are read and written; the name is the message type. */
enum MtType {
    /** Original manifest: the carrier's list of what a ship brings. */
    MT1101,
    /** Pre-loading manifest: the carrier's list of what is to leave. */
    MT2101,
    /** Arrival report: goods for export stand at the supervised site. */
    MT3101,
    /** Loading manifest: what a ship is to load. */
    MT4101,
    /** Tally report of an import: what was discharged. */
    MT5101,
    /** Tally report of an export: what was loaded. */
    MT5102;

    private static final String PREFIX = "urn:Declaration:datamodel:standard:CN:";
    private static final String SUFFIX = ":1";

    String namespace() {
        return PREFIX + name() + SUFFIX;
    }

    /** Name of the receipt of such a message. */
    String receipt() {
        return name() + "-RECEIPT";
    }

    /** Whether its receipt decides about bills; of the others it only says whether the report was taken. */
    boolean isManifest() {
        return this == MT1101 || this == MT2101;
    }

    static Optional<MtType> of(String namespace) {
        return Arrays.stream(values()).filter(type -> type.namespace().equals(namespace)).findFirst();
    }
}
