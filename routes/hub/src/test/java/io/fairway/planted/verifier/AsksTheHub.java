package io.fairway.planted.verifier;

import io.fairway.planted.usecase.Intake;

record AsksTheHub(Intake intake) {
}
