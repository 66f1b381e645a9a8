package io.fairway.devledger;

import java.util.Optional;

/**
 * A private data collection.
 *
 * @param name as the contract calls it
 * @param members policy text of the organisations that keep the values, such as {@code OR('CarrierMSP.member','BankMSP.member')}
 * @param endorsement policy text for writes to the collection, where it differs from the chaincode's
 * @param access whose clients may read and write through the contract
 */
public record CollectionDefinition(String name, String members, Optional<String> endorsement, Access access) {
    /** Whose clients a peer serves from the collection. */
    public enum Access {
        /** Clients of member organisations only ({@code memberOnlyRead}, {@code memberOnlyWrite}). */
        MEMBERS,
        /** Clients of member organisations read, any client that the contract lets writes ({@code memberOnlyRead} alone). */
        MEMBERS_READ,
        /** Any client that the contract lets. */
        ANYBODY
    }
}
