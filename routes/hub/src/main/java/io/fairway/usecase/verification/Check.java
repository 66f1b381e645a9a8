package io.fairway.usecase.verification;

import java.util.Locale;

/** What is compared, in the order in which it is answered. */
public enum Check {
    /** The presented file or digest is one that stands here, or on the ledger, about this bill. */
    DOCUMENT_UNALTERED,
    /** The signature or seal in the presented file holds and is of somebody the hub believes. */
    SIGNATURE,
    /** The carrier itself issued the bill on the ledger, with its own key. */
    ISSUER,
    /** The customer holds the bill now. */
    HOLDER,
    /** Nothing is missing between the issue of the bill and now. */
    CHAIN_OF_CONTROL,
    /** Ship and voyage are those the carrier told the authorities of, and the ship called here. */
    VESSEL,
    /** On board not later than the credit allows. */
    SHIPPED_ON_BOARD,
    /** Consignor, consignee and notify party of the presented document are those of the carrier's manifest. */
    PARTIES,
    /** Its ports are. */
    PORTS,
    /** Its goods are. */
    GOODS,
    /** Its packages, weight and containers are. */
    QUANTITY,
    /** What was declared to customs agrees with the manifest. */
    DECLARATION,
    /** Customs released all containers. */
    CUSTOMS_RELEASED,
    /** The carrier released all containers. */
    CARRIER_RELEASED,
    /** All containers left by the gate, after customs and the carrier released them. */
    GATED_OUT,
    /** What the gate or the quay weighed is what was declared, within five in a hundred. */
    GATE_WEIGHT,
    /** The container seals that were read are those of the manifest. */
    CONTAINER_SEALS,
    /** Nobody else claimed the financing of the same bill and invoice. */
    NOT_FINANCED_BEFORE,
    /** The bill is not pledged to somebody else. */
    NOT_PLEDGED,
    /** No authority holds the goods, and nobody was alarmed. */
    NO_HOLDS,
    /** Weight and containers go together, and no date lies in the future. */
    PLAUSIBLE;

    /** As it is written in answers: {@code chain-of-control}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
