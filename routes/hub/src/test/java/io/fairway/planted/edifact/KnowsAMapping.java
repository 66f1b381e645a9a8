package io.fairway.planted.edifact;

import io.fairway.planted.edifact.mapping.Mapping;

record KnowsAMapping(Mapping mapping) {
}
