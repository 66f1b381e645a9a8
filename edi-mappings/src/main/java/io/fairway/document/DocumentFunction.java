package io.fairway.document;

/** What a document wants to be to those before it (EDIFACT 1225; WCO FunctionCode). */
public enum DocumentFunction {
    ORIGINAL, CHANGE, REPLACE, CANCEL, DELETE, RESPONSE
}
