package io.fairway.command;

/** Colours of a terminal, or none. */
enum Style {
    COLOURED, PLAIN;

    /** The text in the colour, an SGR parameter such as {@code 31} red or {@code 1} bold. */
    String in(String colour, String text) {
        return switch (this) {
            case COLOURED -> "\u001B[" + colour + "m" + text + "\u001B[0m";
            case PLAIN -> text;
        };
    }
}
