package io.fairway.planted.command;

import io.fairway.planted.usecase.Intake;

record AsksTheHub(Intake intake) {
}
