package io.fairway.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Opens a controller method. A method without it is closed to everybody, so that a forgotten annotation leaks nothing. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    /** Who may call the method. */
    Audience value();

    /** Who may call a method. */
    enum Audience {
        /** Whoever reaches the hub, without a token. */
        ANYONE,
        /** Every authenticated party; what it sees is its own. */
        PARTIES,
        /** Parties with the role of operator. */
        OPERATORS
    }
}
