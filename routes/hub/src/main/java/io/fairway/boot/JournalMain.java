package io.fairway.boot;

import io.fairway.store.JdbcJournalSeals;
import io.fairway.usecase.JournalVerdict;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.VerifyJournal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Walks the journal of a hub along its chain, and names the first row that is not what was sealed. With the embedded database the hub
 * must be stopped, since the database is its own; with an outside one it may run. Exit 0 when the journal is intact, 1 when it is not.
 */
@Configuration(proxyBeanMethods = false)
@Import({StoreWiring.class, Surroundings.class})
public class JournalMain {

    /** The program; takes its settings as the hub does. */
    public static void main(String[] arguments) {
        SpringApplication application = HubMain.application(JournalMain.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        JournalVerdict verdict;
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            verdict = new VerifyJournal(context.getBean(Transactions.class), new JdbcJournalSeals()).verify();
        }
        verdict.breaks().forEach(found -> System.out.println("BROKEN  " + switch (found.kind()) {
            case CHANGED -> "row " + found.position() + " was changed, or swapped with another";
            case REMOVED -> "row " + found.position() + " was removed";
            case INSERTED -> "row " + found.position() + " was inserted among sealed rows";
            case CHAIN_BROKEN -> "the chain does not fit seal " + found.position() + ": it was cut or changed";
        }));
        System.out.println(verdict.sealed() + " rows are as they were sealed; " + verdict.waiting() + " behind the newest seal are not sealed yet");
        System.out.println(verdict.isIntact() ? "TOTAL-PASSED  journal" : "TOTAL-FAILED  journal");
        System.exit(verdict.isIntact() ? 0 : 1);
    }
}
