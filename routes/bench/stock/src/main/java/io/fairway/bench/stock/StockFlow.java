package io.fairway.bench.stock;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.smooks.SmooksProcessor;
import org.smooks.Smooks;
import org.smooks.cartridges.edifact.EdifactReaderConfigurator;

/**
 * The job as a user of Camel would write it: one insert in its own transaction keeps the original, then it is acknowledged; from a queue in memory the
 * stock EDIFACT cartridge reads it into XML, a bare P-256 signature is put beside, and it is posted. It does less than the hub: nothing is looked up,
 * no case is kept, what waits in the queue is lost with the process, nothing is sent again, and the XML is the cartridge's own, not customs'.
 */
final class StockFlow extends RouteBuilder {
    private static final int WORKERS = 4;

    private final int port;
    private final String sink;

    StockFlow(int port, String sink) {
        this.port = port;
        this.sink = sink;
    }

    @Override
    public void configure() {
        var smooks = new Smooks();
        smooks.setReaderConfig(new EdifactReaderConfigurator("/d96b/EDIFACT-Messages.dfdl.xsd").setMessageTypes(List.of("CUSDEC")));

        from("netty-http:http://127.0.0.1:" + port + "/ready").routeId("say-ready").setBody(constant("ready"));

        from("netty-http:http://127.0.0.1:" + port + "/declarations").routeId("take-declaration")
                .convertBodyTo(String.class).id("as-text")
                .to("sql:insert into bench.stock (original) values (:#${body})?dataSource=#originals").id("keep-original")
                .to("seda:work?waitForTaskToComplete=Never&size=100000").id("hand-over")
                .setBody(constant("")).id("empty-answer")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(202)).id("acknowledge");

        // the cartridge takes syntax 3 and later only
        from("seda:work?size=100000&concurrentConsumers=" + WORKERS).routeId("tell-customs")
                .removeHeaders("*").id("forget-request")
                .transform().body(String.class, text -> text.replace("UNOA:2", "UNOA:3")).id("raise-syntax")
                .process(new SmooksProcessor(smooks, getContext())).id("read-edifact")
                .convertBodyTo(byte[].class).id("as-bytes")
                .to("crypto:sign:customs?algorithm=SHA256withECDSA&privateKey=#seal").id("sign")
                .setHeader("Fairway-Signature", header("CamelDigitalSignature")).id("put-signature-beside")
                .removeHeaders("Camel*").id("strip-headers")
                .setHeader(Exchange.HTTP_METHOD, constant("POST")).id("by-post")
                .to(sink).id("deliver");
    }
}
