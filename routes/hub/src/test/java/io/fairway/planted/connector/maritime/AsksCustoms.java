package io.fairway.planted.connector.maritime;

import io.fairway.planted.connector.customs.CustomsLink;

record AsksCustoms(CustomsLink customsLink) {
}
