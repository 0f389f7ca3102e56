package io.mainswatch.camel.aws2.iot.plane;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.aws.common.AwsCommonConfiguration;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.core.Protocol;

/**
 * The options that every Camel AWS component has: credentials, region, proxy, endpoint. Names and defaults are those of
 * Camel's own AWS components.
 */
@UriParams
public abstract class PlaneConfiguration implements Cloneable, AwsCommonConfiguration {

    /** The regions a tool may offer; the SDK knows which of them have AWS IoT. */
    private static final String REGIONS =
            "af-south-1,ap-east-1,ap-northeast-1,ap-northeast-2,ap-northeast-3,ap-south-1,"
                    + "ap-south-2,ap-southeast-1,ap-southeast-2,ap-southeast-3,ap-southeast-4,ca-central-1,cn-north-1,"
                    + "cn-northwest-1,eu-central-1,eu-central-2,eu-north-1,eu-south-1,eu-south-2,eu-west-1,eu-west-2,eu-west-3,"
                    + "il-central-1,me-central-1,me-south-1,sa-east-1,us-east-1,us-east-2,us-gov-east-1,us-gov-west-1,us-west-1,"
                    + "us-west-2";

    @UriPath(description = "Logical name")
    @Metadata(required = true)
    private String label;

    @UriParam(label = "security", secret = true)
    private String accessKey;

    @UriParam(label = "security", secret = true)
    private String secretKey;

    @UriParam(label = "security", secret = true)
    private String sessionToken;

    @UriParam(label = "security")
    private boolean useDefaultCredentialsProvider;

    @UriParam(label = "security")
    private boolean useProfileCredentialsProvider;

    @UriParam(label = "security")
    private boolean useSessionCredentials;

    @UriParam(label = "security")
    private String profileCredentialsName;

    @UriParam(label = "security")
    private boolean trustAllCertificates;

    @UriParam(label = "proxy", enums = "HTTP,HTTPS", defaultValue = "HTTPS")
    private Protocol proxyProtocol = Protocol.HTTPS;

    @UriParam(label = "proxy")
    private String proxyHost;

    @UriParam(label = "proxy")
    private Integer proxyPort;

    @UriParam(enums = REGIONS)
    private String region;

    @UriParam(label = "producer")
    private boolean pojoRequest;

    @UriParam(label = "producer")
    private boolean autoPaginate;

    @UriParam
    private boolean overrideEndpoint;

    @UriParam
    private String uriEndpointOverride;

    /**
     * Refuses options that name no way to sign a request.
     *
     * @param clientOption name of the option that takes a ready-made client, for the message
     * @param client the value of that option, or null
     * @throws IllegalArgumentException when there is neither a client nor any kind of credentials
     */
    public void requireCredentials(String clientOption, Object client) {
        boolean keys = ObjectHelper.isNotEmpty(accessKey) && ObjectHelper.isNotEmpty(secretKey);
        if (client == null
                && !keys
                && !useDefaultCredentialsProvider
                && !useProfileCredentialsProvider
                && !useSessionCredentials) {
            throw new IllegalArgumentException("No AWS credentials: set accessKey and secretKey, or"
                    + " useDefaultCredentialsProvider=true, useProfileCredentialsProvider=true or"
                    + " useSessionCredentials=true, or give a client with the option " + clientOption);
        }
    }

    public String getLabel() {
        return label;
    }

    /** Logical name of the endpoint; it tells endpoints apart and is not sent to AWS. */
    public void setLabel(String label) {
        this.label = label;
    }

    @Override
    public String getAccessKey() {
        return accessKey;
    }

    /** Amazon AWS Access Key */
    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    @Override
    public String getSecretKey() {
        return secretKey;
    }

    /** Amazon AWS Secret Key */
    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    @Override
    public String getSessionToken() {
        return sessionToken;
    }

    /** Amazon AWS Session Token used when the user needs to assume an IAM role */
    public void setSessionToken(String sessionToken) {
        this.sessionToken = sessionToken;
    }

    @Override
    public boolean isUseDefaultCredentialsProvider() {
        return useDefaultCredentialsProvider;
    }

    /**
     * Set whether the client should expect to load credentials through a default credentials provider or to expect
     * static credentials to be passed in.
     */
    public void setUseDefaultCredentialsProvider(boolean useDefaultCredentialsProvider) {
        this.useDefaultCredentialsProvider = useDefaultCredentialsProvider;
    }

    @Override
    public boolean isUseProfileCredentialsProvider() {
        return useProfileCredentialsProvider;
    }

    /** Set whether the client should expect to load credentials through a profile credentials provider. */
    public void setUseProfileCredentialsProvider(boolean useProfileCredentialsProvider) {
        this.useProfileCredentialsProvider = useProfileCredentialsProvider;
    }

    @Override
    public boolean isUseSessionCredentials() {
        return useSessionCredentials;
    }

    /**
     * Set whether the client should expect to use Session Credentials. This is useful in a situation in which the user
     * needs to assume an IAM role.
     */
    public void setUseSessionCredentials(boolean useSessionCredentials) {
        this.useSessionCredentials = useSessionCredentials;
    }

    @Override
    public String getProfileCredentialsName() {
        return profileCredentialsName;
    }

    /** If using a profile credentials provider, this parameter will set the profile name */
    public void setProfileCredentialsName(String profileCredentialsName) {
        this.profileCredentialsName = profileCredentialsName;
    }

    @Override
    public boolean isTrustAllCertificates() {
        return trustAllCertificates;
    }

    /** If we want to trust all certificates in case of overriding the endpoint */
    public void setTrustAllCertificates(boolean trustAllCertificates) {
        this.trustAllCertificates = trustAllCertificates;
    }

    @Override
    public Protocol getProxyProtocol() {
        return proxyProtocol;
    }

    /** To define a proxy protocol when instantiating the client */
    public void setProxyProtocol(Protocol proxyProtocol) {
        this.proxyProtocol = proxyProtocol;
    }

    @Override
    public String getProxyHost() {
        return proxyHost;
    }

    /** To define a proxy host when instantiating the client */
    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    @Override
    public Integer getProxyPort() {
        return proxyPort;
    }

    /** To define a proxy port when instantiating the client */
    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    @Override
    public String getRegion() {
        return region;
    }

    /**
     * The region in which the client needs to work. The value is the lowercase name of the region (for example eu-
     * west-1), as in Region.EU_WEST_1.id()
     */
    public void setRegion(String region) {
        this.region = region;
    }

    public boolean isPojoRequest() {
        return pojoRequest;
    }

    /**
     * If we want to use a POJO request as body or not. The body is then the SDK's request object of the operation, and
     * headers and options are not looked at.
     */
    public void setPojoRequest(boolean pojoRequest) {
        this.pojoRequest = pojoRequest;
    }

    public boolean isAutoPaginate() {
        return autoPaginate;
    }

    /**
     * Whether a list operation gives the items of all pages: the body is then an Iterator, to be split in streaming
     * mode, that fetches a page when its first item is asked for. Other operations are not affected.
     */
    public void setAutoPaginate(boolean autoPaginate) {
        this.autoPaginate = autoPaginate;
    }

    @Override
    public boolean isOverrideEndpoint() {
        return overrideEndpoint;
    }

    /**
     * Set the need for overriding the endpoint. This option needs to be used in combination with the
     * uriEndpointOverride option
     */
    public void setOverrideEndpoint(boolean overrideEndpoint) {
        this.overrideEndpoint = overrideEndpoint;
    }

    @Override
    public String getUriEndpointOverride() {
        return uriEndpointOverride;
    }

    /** Set the overriding uri endpoint. This option needs to be used in combination with overrideEndpoint option */
    public void setUriEndpointOverride(String uriEndpointOverride) {
        this.uriEndpointOverride = uriEndpointOverride;
    }

    @Override
    protected PlaneConfiguration clone() {
        try {
            return (PlaneConfiguration) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
