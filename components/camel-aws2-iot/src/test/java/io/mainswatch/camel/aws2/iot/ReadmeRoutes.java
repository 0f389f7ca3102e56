package io.mainswatch.camel.aws2.iot;

import org.apache.camel.builder.RouteBuilder;
import software.amazon.awssdk.services.iot.model.CreateThingRequest;

/** The Java examples of the page, as they stand there but for line breaks. */
final class ReadmeRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:every-lamp")
                .setHeader("CamelAws2IotThingTypeName", constant("lamp"))
                .to("aws2-iot:registry?operation=listThings&autoPaginate=true")
                .split(body())
                .streaming()
                .setBody(simple("${body.thingName()}"))
                .to("direct:thing");

        from("aws2-iot-data:shadows?thingName=watched-door&shadowName=lock&initialState=skip&pollDelay=1000")
                .choice()
                .when(header("CamelAws2IotDataAbsent").isEqualTo(true))
                .log("the shadow is gone")
                .otherwise()
                .to("direct:state-of-door");

        from("direct:create")
                .setBody(exchange -> CreateThingRequest.builder()
                        .thingName(exchange.getMessage().getHeader("thing", String.class))
                        .billingGroupName("north")
                        .build())
                .to("aws2-iot:registry?operation=createThing&pojoRequest=true");

        from("direct:report-from-java")
                .setBody(constant("{\"state\":{\"reported\":{\"status\":\"off\"}}}"))
                .to("aws2-iot-data:shadows?operation=updateThingShadow&thingName=lamp")
                .log("version ${header.CamelAws2IotDataVersion} accepted")
                .to("aws2-iot-data:shadows?operation=getThingShadow&thingName=lamp");
    }
}
