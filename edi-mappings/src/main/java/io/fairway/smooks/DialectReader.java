package io.fairway.smooks;

/** Who reads the EDIFACT that feeds a dialect. */
enum DialectReader {
    /** Fairway's engine ({@link EdifactXmlReader}): fast, findings and lineage with places. */
    FAIRWAY,
    /** The stock EDIFACT cartridge of Smooks, for those who have configurations for it; it must be on the class path. */
    CARTRIDGE
}
