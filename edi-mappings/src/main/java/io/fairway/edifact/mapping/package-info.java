/**
 * What EDIFACT messages mean: one mapping per message type, both directions. A mapping keeps the segments of one consignment (or
 * of one small message), reads them through {@link io.fairway.edifact.mapping.FieldReader} and hands on documents; it writes a
 * document as a {@link io.fairway.edifact.mapping.MessageDraft}. Groups are found by their trigger segment, so that one mapping
 * serves the directories that number their groups differently.
 */
@NullMarked
package io.fairway.edifact.mapping;

import org.jspecify.annotations.NullMarked;
