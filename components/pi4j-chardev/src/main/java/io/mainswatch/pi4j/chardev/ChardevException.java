package io.mainswatch.pi4j.chardev;

import com.pi4j.io.exception.IOException;
import java.io.Serial;

/** A chip or line cannot be used; the message names it, the cause and what to do. */
public final class ChardevException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    ChardevException(String message) {
        super(message);
    }
}
