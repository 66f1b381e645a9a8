package io.fairway.planted.ledger;

import io.fairway.planted.ledger.fabric.Gateway;

record KnowsFabric(Gateway gateway) {
}
