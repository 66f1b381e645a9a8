package io.fairway.devledger;

/**
 * An organisation of the channel.
 *
 * @param name lower case; names its folder, its peer and its servers
 * @param mspId its name on the ledger
 * @param port of its peer on loopback, 0 for any free one
 */
public record OrganisationSettings(String name, String mspId, int port) {
    public OrganisationSettings {
        if (!name.matches("[a-z][a-z0-9]*") || !mspId.matches("[A-Za-z][A-Za-z0-9.-]*")) {
            throw new IllegalArgumentException("Not an organisation: " + name + ", " + mspId);
        }
    }
}
