package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.store.DatabaseAccess.Login;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that would break a promise silently is refused at the start. */
@ExtendWith(StoreServer.class)
class FitnessTest {
    private final DatabaseAccess access;

    FitnessTest(DatabaseAccess access) {
        this.access = access;
    }

    @Test
    void refusesARoleAboveRowLevelSecurity() throws IOException {
        Login superuser = new Login("postgres", superuserPassword());

        assertThatThrownBy(() -> Database.open(new DatabaseAccess(access.url(), access.owner(), superuser, access.worker()), 1))
                .isInstanceOf(UnfitDatabaseException.class).hasMessageContaining("The role postgres is above row-level security");
    }

    @Test
    void refusesToWorkAsTheOwnerOfTheTables() {
        assertThatThrownBy(() -> Database.open(new DatabaseAccess(access.url(), access.owner(), access.application(), access.owner()), 1))
                .isInstanceOf(UnfitDatabaseException.class).hasMessageContaining("owns the tables");
    }

    @Test
    void refusesCommitsThatAreAcknowledgedBeforeTheyAreOnDisk() {
        String careless = access.url() + "?options=-c%20synchronous_commit=off";

        assertThatThrownBy(() -> Database.open(new DatabaseAccess(careless, access.owner(), access.application(), access.worker()), 1))
                .isInstanceOf(UnfitDatabaseException.class).hasMessageContaining("synchronous_commit is off");
    }

    @Test
    void saysWhereItCouldNotLogInWithoutTellingThePassword() {
        Login wrong = new Login(access.owner().user(), "a wrong password");

        assertThatThrownBy(() -> Database.open(new DatabaseAccess(access.url(), wrong, access.application(), access.worker()), 1))
                .isInstanceOf(UnfitDatabaseException.class).hasMessageContaining("fairway_owner at " + access.url())
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("a wrong password"));
    }

    private static String superuserPassword() throws IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("target/store-tests/postgres/passwords.properties"))) {
            passwords.load(reader);
        }
        return passwords.getProperty("superuser");
    }
}
