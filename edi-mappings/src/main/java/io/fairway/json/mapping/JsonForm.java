package io.fairway.json.mapping;

import io.fairway.json.JsonElement.JsonObject;

/** One form of JSON document: reads the whole input and tells the session. */
interface JsonForm {

    /** Whether the members of the input are this form's. */
    boolean isFormOf(JsonObject whole);

    void read(JsonObject whole, JsonSession session);
}
