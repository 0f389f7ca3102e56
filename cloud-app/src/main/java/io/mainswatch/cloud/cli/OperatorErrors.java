package io.mainswatch.cloud.cli;

import io.mainswatch.cloud.database.DatabaseException;
import io.mainswatch.settings.SettingsException;
import org.springframework.jdbc.BadSqlGrammarException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import software.amazon.awssdk.core.exception.SdkException;

/** What an operator can act on is told in one line, without a stack trace. Anything else is a fault of ours and is shown. */
public final class OperatorErrors implements IExecutionExceptionHandler {

    /** Exit code for a wrong configuration, as for a wrong command line. */
    private static final int CONFIGURATION = 2;

    private static final int FAILED = 1;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SettingsException) {
                System.err.println(cause.getMessage());
                return CONFIGURATION;
            }
            if (cause instanceof CommandException || cause instanceof DatabaseException) {
                System.err.println(cause.getMessage());
                return FAILED;
            }
            if (cause instanceof SdkException) {
                System.err.println("The device registry cannot be used: " + cause.getMessage()
                        + " Check mainswatch.aws-endpoint, or camel.component.aws2-iot.*.");
                return FAILED;
            }
            if (cause instanceof BadSqlGrammarException) {
                System.err.println("The database has no tables of Mainswatch yet: start the cloud app once.");
                return FAILED;
            }
            cause = cause.getCause();
        }
        throw failure;
    }
}
