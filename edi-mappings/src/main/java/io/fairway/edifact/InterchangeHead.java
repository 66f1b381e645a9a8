package io.fairway.edifact;

import java.nio.charset.Charset;

import io.fairway.document.Envelope;

/**
 * What UNB says (ISO 9735), each at most 70 characters and safe to print. Absent members are empty.
 *
 * @param repertoire 0001 as given, for example {@code UNOC}
 * @param syntaxVersion 0002, 1 to 4
 * @param preparedDate 0017 as given, YYMMDD or CCYYMMDD
 * @param preparedTime 0019 as given, HHMM
 * @param reference 0020
 * @param applicationReference 0026
 * @param acknowledgementRequest 0031: {@code 1} when a CONTRL is asked for
 * @param agreement 0032
 * @param environment 0035: {@code 1} means test
 * @param charset what the interchange is decoded with
 * @param offset byte offset of UNA, or else of UNB, in the input
 */
public record InterchangeHead(String repertoire, int syntaxVersion, Address sender, Address recipient, String preparedDate,
                              String preparedTime, String reference, String applicationReference,
                              String acknowledgementRequest, String agreement, Envelope.Environment environment,
                              Delimiters delimiters, Charset charset, long offset) {

    /** @param qualifier 0007; @param internal 0008 or 0014, address for routing inside the organisation */
    public record Address(String identification, String qualifier, String internal) {
    }

    /** The same in the words of the documents. */
    public Envelope envelope() {
        return new Envelope(Envelope.Syntax.EDIFACT, reference, sender.identification(), recipient.identification(), environment,
                offset);
    }
}
