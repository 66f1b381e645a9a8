package io.fairway.devledger;

import java.util.List;

/**
 * What the organisations agreed on for one chaincode.
 *
 * @param name as clients call it
 * @param version free text
 * @param endorsement policy text, for example {@code MAJORITY} or {@code AND('CarrierMSP.peer','PortMSP.peer')}
 * @param collections its private data collections
 * @param host where its servers are
 */
public record ChaincodeDefinition(String name, String version, String endorsement, List<CollectionDefinition> collections, ChaincodeHost host) {
    public ChaincodeDefinition {
        if (!name.matches("[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*")) {
            throw new IllegalArgumentException("Not a chaincode name: " + name);
        }
        collections = List.copyOf(collections);
    }
}
