package io.fairway.boot;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The hub's process. What it is made of is named here; nothing is found by scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Surroundings.class, StoreWiring.class, RegistryStoreWiring.class, RegistryWiring.class, CounterpartWiring.class,
        QueryWiring.class, BrokerWiring.class, DocumentWiring.class, DialectWiring.class, CodeListWiring.class, UseCaseWiring.class,
        SigningWiring.class, EvidenceWiring.class, RetentionWiring.class, RetentionUpkeep.class, VerificationWiring.class, SheetWiring.class,
        FlowWiring.class, FeedWiring.class, FolderWiring.class, IdentityWiring.class, LedgerWiring.class, AnchorWiring.class, WebWiring.class,
        SoapWiring.class, As2Wiring.class, AmqpWiring.class, SftpWiring.class, ChannelWiring.class, ConsoleWiring.class, GateWiring.class,
        DeviceWiring.class, GatePortWiring.class, GateDeviceWiring.class})
public class HubMain {

    /** Starts the hub; ends with exit code 1 and a sentence when it cannot. */
    public static void main(String[] arguments) {
        application(HubMain.class).run(arguments);
    }

    /** The hub's application, for a given composition. */
    static SpringApplication application(Class<?> composition) {
        var application = new SpringApplication(composition);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers(new FreePort());
        return application;
    }

    @Bean
    HubFiles hubFiles(HubHome home) {
        return new HubFiles(home);
    }
}
