package io.fairway.planted.json;

import io.fairway.planted.json.mapping.SpeaksXml;

record KnowsAMapping(SpeaksXml mapping) {
}
