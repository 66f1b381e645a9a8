package io.fairway.planted.boot;

class KeepsState {
    static int count;
}
