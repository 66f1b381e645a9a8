package io.fairway.planted.boot;

import com.sun.net.httpserver.HttpServer;

record ServesPages(HttpServer httpServer) {
}
