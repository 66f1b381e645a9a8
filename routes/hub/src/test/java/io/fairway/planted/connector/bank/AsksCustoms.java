package io.fairway.planted.connector.bank;

import io.fairway.planted.connector.customs.CustomsLink;

record AsksCustoms(CustomsLink customsLink) {
}
