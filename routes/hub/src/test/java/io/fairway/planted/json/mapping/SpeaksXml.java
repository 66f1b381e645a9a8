package io.fairway.planted.json.mapping;

import io.fairway.planted.xml.XmlText;

/** Planted. */
public record SpeaksXml(XmlText text) {
}
