package io.fairway.planted.document;

import io.fairway.planted.edifact.Engine;

record KnowsTheEngine(Engine engine) {
}
