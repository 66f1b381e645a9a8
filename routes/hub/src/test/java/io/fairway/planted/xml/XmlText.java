package io.fairway.planted.xml;

public record XmlText() {
}
