package io.fairway.planted.connector.transport;

import io.fairway.planted.connector.customs.CustomsLink;

record AsksCustoms(CustomsLink customsLink) {
}
