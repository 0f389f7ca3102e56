package io.mainswatch.cloud.cli;

import io.mainswatch.cloud.account.EmailAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an e-mail address of the command line. */
final class AddressConverter implements ITypeConverter<EmailAddress> {

    @Override
    public EmailAddress convert(String text) {
        try {
            return new EmailAddress(text.trim());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
