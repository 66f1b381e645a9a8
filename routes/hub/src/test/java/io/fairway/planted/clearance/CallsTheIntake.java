package io.fairway.planted.clearance;

import io.fairway.planted.usecase.Intake;

record CallsTheIntake(Intake intake) {
}
