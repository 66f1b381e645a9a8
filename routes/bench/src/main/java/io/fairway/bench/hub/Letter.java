package io.fairway.bench.hub;

/**
 * One declaration to be sent.
 *
 * @param number its place in the run, from 0
 * @param party who sends it
 */
record Letter(int number, String party, byte[] bytes) {
}
