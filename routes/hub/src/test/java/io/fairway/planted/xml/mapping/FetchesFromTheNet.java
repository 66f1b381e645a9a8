package io.fairway.planted.xml.mapping;

import java.net.http.HttpClient;

record FetchesFromTheNet(HttpClient httpClient) {
}
