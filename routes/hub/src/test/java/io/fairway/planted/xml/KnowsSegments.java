package io.fairway.planted.xml;

import io.fairway.planted.edifact.Engine;

record KnowsSegments(Engine engine) {
}
