package io.fairway.planted.usecase;

import org.apache.camel.Route;

record Routes(Route route) {
}
