package io.fairway.planted.connector;

import io.fairway.planted.connector.customs.CustomsLink;

record KnowsCustoms(CustomsLink customsLink) {
}
