package io.fairway.planted.edifact.mapping;

import io.fairway.planted.xml.XmlText;

record SpeaksXml(XmlText xmlText) {
}
