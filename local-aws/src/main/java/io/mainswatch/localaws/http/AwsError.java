package io.mainswatch.localaws.http;

/** A call that AWS would refuse. */
public final class AwsError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * @param status the HTTP status, 400 to 599
     * @param code the exception's name as SDKs know it, for example {@code ResourceNotFoundException}
     */
    public AwsError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public static AwsError invalidRequest(String message) {
        return new AwsError(400, "InvalidRequestException", message);
    }

    public static AwsError notFound(String message) {
        return new AwsError(404, "ResourceNotFoundException", message);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
