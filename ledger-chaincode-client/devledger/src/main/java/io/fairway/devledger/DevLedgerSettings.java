package io.fairway.devledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * What a development ledger is made of. Organisations and channel are fixed at the first start in a folder; a change of a chaincode's
 * definition is a new definition on the ledger.
 *
 * @param channel name of the ledger channel
 * @param organisations at least one
 * @param chaincodes at least one
 * @param batch when blocks are cut
 * @param execution how long one run of a chaincode may take
 * @param clock the time, for certificates
 */
public record DevLedgerSettings(String channel, List<OrganisationSettings> organisations, List<ChaincodeDefinition> chaincodes,
        BatchSettings batch, Duration execution, InstantSource clock) {
    public DevLedgerSettings {
        organisations = List.copyOf(organisations);
        chaincodes = List.copyOf(chaincodes);
        if (!channel.matches("[a-z][a-z0-9.-]{0,248}")) {
            throw new IllegalArgumentException("Not a channel name: " + channel);
        }
        if (organisations.isEmpty() || chaincodes.isEmpty()) {
            throw new IllegalArgumentException("A development ledger has organisations and chaincodes");
        }
    }

    /** Carrier, port and bank on any free ports, one chaincode, usual batches, 30 seconds for a run. */
    public static DevLedgerSettings of(String channel, ChaincodeDefinition chaincode, InstantSource clock) {
        var organisations = List.of(new OrganisationSettings("carrier", "CarrierMSP", 0),
                new OrganisationSettings("port", "PortMSP", 0), new OrganisationSettings("bank", "BankMSP", 0));
        return new DevLedgerSettings(channel, organisations, List.of(chaincode), BatchSettings.DEFAULT, Duration.ofSeconds(30), clock);
    }
}
