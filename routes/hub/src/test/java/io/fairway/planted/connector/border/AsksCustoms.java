package io.fairway.planted.connector.border;

import io.fairway.planted.connector.customs.CustomsLink;

record AsksCustoms(CustomsLink customsLink) {
}
