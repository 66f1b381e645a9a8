package io.fairway.devledger;

import java.util.Map;

/**
 * An organisation's peer.
 *
 * @param links to its servers of the chaincodes, by chaincode
 */
record Peer(Organisation organisation, SigningIdentity identity, Map<String, ChaincodeLink> links) {
    String mspId() {
        return organisation.mspId();
    }

    ChaincodeLink link(String chaincode) {
        var link = links.get(chaincode);
        if (link == null) {
            throw Refusal.aborted("chaincode " + chaincode + " is not installed at the peer of " + organisation.name());
        }
        return link;
    }
}
