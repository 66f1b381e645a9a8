package io.fairway.planted.contract;

import io.fairway.planted.ledger.Ledger;

record KnowsTheClient(Ledger ledger) {
}
