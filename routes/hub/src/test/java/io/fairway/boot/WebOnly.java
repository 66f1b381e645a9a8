package io.fairway.boot;

import io.fairway.clearance.Role;
import io.fairway.document.DocumentReader;
import io.fairway.usecase.AttachDocument;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Facts;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Outbox;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.TellCounterparts;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.ValidateDocument;
import io.fairway.web.OpenTo;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hub's HTTP side over a store in memory: everything real but what is behind the ports. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Surroundings.class, IdentityWiring.class, WebWiring.class, WebOnly.Planted.class})
public class WebOnly {

    /** Starts it on a free port. */
    public static ConfigurableApplicationContext start(Path home, String... arguments) {
        var all = new java.util.ArrayList<>(List.of("--FAIRWAY_HOME=" + home, "--FAIRWAY_HTTP_PORT=0"));
        all.addAll(List.of(arguments));
        return HubMain.application(WebOnly.class).run(all.toArray(String[]::new));
    }

    public static int port(ConfigurableApplicationContext hub) {
        return ((ServletWebServerApplicationContext) hub).getWebServer().getPort();
    }

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    MemoryExchanges memoryExchanges() {
        return new MemoryExchanges();
    }

    @Bean
    MemoryCases memoryCases() {
        return new MemoryCases();
    }

    @Bean
    MemoryAttachments memoryAttachments() {
        return new MemoryAttachments();
    }

    @Bean
    Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T asParty(PartyId party, Supplier<T> work) {
                return work.get();
            }

            @Override
            public <T> T asHub(Supplier<T> work) {
                return work.get();
            }
        };
    }

    @Bean
    AttachDocument attachDocument(Transactions transactions, MemoryAttachments attachments, Parties parties, Identifiers identifiers,
                                  InstantSource clock) {
        return new AttachDocument(transactions, attachments, absent(Facts.class), absent(Consignments.class), parties,
                new TellCounterparts(absent(Outbox.class), absent(Consignments.class), parties, identifiers, clock), identifiers, clock);
    }

    /** A port that nothing may use. */
    private static <T> T absent(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            throw new AssertionError(method + " is not there");
        }));
    }

    @Bean
    SubmitTransmission submitTransmission(MemoryExchanges exchanges, Identifiers identifiers, InstantSource clock) {
        return new SubmitTransmission(exchanges, exchanges.silent(), identifiers, clock);
    }

    @Bean
    ValidateDocument validateDocument(List<DocumentReader> readers, Parties parties) {
        return new ValidateDocument(readers, parties);
    }

    @Bean
    DocumentReader noReader() {
        return new NoReader();
    }

    @Bean
    HubFiles hubFiles(HubHome home) {
        return new HubFiles(home);
    }

    /** Operations as a careless colleague would add them. */
    @RestController
    static class Planted {

        @GetMapping("/api/planted-without-annotation")
        String forgotten(Caller caller) {
            return "leaked to " + caller;
        }

        @OpenTo(OpenTo.Audience.OPERATORS)
        @GetMapping("/api/planted-for-operators")
        String operators(Caller caller) {
            return caller.roles().contains(Role.OPERATOR) ? "operator" : "leaked";
        }

        @OpenTo(OpenTo.Audience.PARTIES)
        @GetMapping("/api/planted-defect")
        String defect() {
            throw new IllegalStateException("a secret of the inside");
        }
    }
}
