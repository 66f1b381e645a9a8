package io.fairway.planted.connector.port;

import io.fairway.planted.connector.customs.CustomsLink;

record AsksCustoms(CustomsLink customsLink) {
}
