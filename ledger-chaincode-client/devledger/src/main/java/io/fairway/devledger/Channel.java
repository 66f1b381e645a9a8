package io.fairway.devledger;

import java.util.List;
import java.util.Map;

/**
 * The ledger channel: its name, who belongs to it, and what was agreed on.
 *
 * @param organisations MSP ids of the members, in the order of the settings
 * @param chaincodes by name
 */
record Channel(String name, List<String> organisations, Msp msp, Map<String, InstalledChaincode> chaincodes) {

    InstalledChaincode chaincode(String chaincode) {
        var installed = chaincodes.get(chaincode);
        if (installed == null) {
            throw Refusal.aborted("make sure the chaincode " + chaincode + " has been successfully defined on channel " + name
                    + " and try again: chaincode " + chaincode + " not found");
        }
        return installed;
    }

    /** The channel's policy for readers: client, peer or administrator of a member. */
    void requireReader(Member member) {
        require(member, member.role() != Role.ORDERER, "Readers");
    }

    /** The channel's policy for writers: client or administrator of a member. */
    void requireWriter(Member member) {
        require(member, member.role() == Role.CLIENT || member.role() == Role.ADMIN, "Writers");
    }

    private void require(Member member, boolean hasRole, String policy) {
        if (!hasRole || !organisations.contains(member.mspId())) {
            throw Refusal.denied("implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the '"
                    + policy + "' sub-policies to be satisfied");
        }
    }
}
