package io.mainswatch.camel.pi4j;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

/** Keeps what a consumer could not handle itself. */
final class RecordingExceptionHandler implements ExceptionHandler {

    final List<Throwable> seen = new CopyOnWriteArrayList<>();

    @Override
    public void handleException(Throwable exception) {
        seen.add(exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        seen.add(exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        seen.add(exception);
    }
}
