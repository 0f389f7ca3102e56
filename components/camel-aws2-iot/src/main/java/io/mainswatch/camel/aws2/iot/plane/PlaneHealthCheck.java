package io.mainswatch.camel.aws2.iot.plane;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/** UP when the region has the service and a cheap read of it succeeds, otherwise DOWN with the reason. */
public abstract class PlaneHealthCheck extends AbstractHealthCheck {

    private final PlaneConfiguration configuration;
    private final ServiceMetadata service;

    protected PlaneHealthCheck(String id, PlaneConfiguration configuration, ServiceMetadata service) {
        super("camel", "producer:" + id);
        this.configuration = configuration;
        this.service = service;
    }

    /** One read that costs AWS and the caller little; returns when the plane answers as it should. */
    protected abstract void probe();

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        String region = configuration.getRegion();
        if (ObjectHelper.isNotEmpty(region) && !service.regions().contains(Region.of(region))) {
            builder.message("The service is not supported in the region " + region)
                    .down();
            return;
        }
        try {
            probe();
        } catch (AwsServiceException e) {
            describe(e, builder);
            builder.message(e.getMessage()).error(e).down();
            return;
        } catch (RuntimeException e) {
            builder.message(e.getMessage()).error(e).down();
            return;
        }
        builder.up();
    }

    private static void describe(AwsServiceException failure, HealthCheckResultBuilder builder) {
        builder.detail(SERVICE_STATUS_CODE, failure.statusCode());
        AwsErrorDetails error = failure.awsErrorDetails();
        if (error != null && ObjectHelper.isNotEmpty(error.errorCode())) {
            builder.detail(SERVICE_ERROR_CODE, error.errorCode());
        }
    }
}
