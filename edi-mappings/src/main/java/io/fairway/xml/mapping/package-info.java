/**
 * The XML forms of customs and their documents: goods declaration and response in the WCO Data Model, DMS profile; manifest and
 * receipt in the MT1101 form. Entry points are {@link io.fairway.xml.mapping.XmlDocuments} and
 * {@link io.fairway.xml.mapping.XmlDialects}.
 */
@NullMarked
package io.fairway.xml.mapping;

import org.jspecify.annotations.NullMarked;
