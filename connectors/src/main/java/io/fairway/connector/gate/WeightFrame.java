package io.fairway.connector.gate;

import io.fairway.document.gate.Observation.Steadiness;
import java.util.Optional;

/** @param steadiness as the indicator says; empty when its frame has no place for it */
record WeightFrame(int kilograms, Optional<Steadiness> steadiness) {
}
