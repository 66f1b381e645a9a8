package io.fairway.boot;

import io.fairway.connector.SftpFolders;
import io.fairway.document.id.RefusedValueException;
import io.fairway.flow.FolderSettings;
import io.fairway.identity.PublicKeys;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.Standings;
import io.fairway.web.OpenTo.Audience;
import java.io.IOException;
import java.security.PublicKey;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The watched folders by SFTP, when {@code FAIRWAY_SFTP_PORT} says where: a user is a party, proven by a key it enrolled to authenticate. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty({"FAIRWAY_SFTP_PORT", "FAIRWAY_FOLDERS"})
public class SftpWiring {

    /** Who may enter. */
    record SftpUsers(EnrolledKeys keys, Parties parties, Standings standings) {

        boolean mayEnter(String user, PublicKey key) {
            return PublicKeys.idOf(key).flatMap(keys::authenticating).filter(enrolled -> enrolled.party().value().equals(user)).isPresent()
                    && isSubmitter(user);
        }

        private boolean isSubmitter(String user) {
            try {
                return parties.find(new PartyId(user)).filter(party -> standings.of(party.id()).mayAct())
                        .map(party -> new Caller(party.id(), party.roles())).filter(Audience.SUBMITTERS::admits).isPresent();
            } catch (RefusedValueException notAParty) {
                return false;
            }
        }
    }

    @Bean
    SftpFolders sftpFolders(FolderSettings folders, EnrolledKeys keys, Parties parties, Standings standings, HubHome home,
                            Environment environment) throws IOException {
        var users = new SftpUsers(keys, parties, standings);
        var settings = new SftpFolders.Settings(folders.root(), home.folder("keys").resolve("sftp.pem"), folders.mostBytes());
        return SftpFolders.open(environment.getRequiredProperty("server.address"),
                environment.getRequiredProperty("FAIRWAY_SFTP_PORT", Integer.class), settings, users::mayEnter);
    }

    @Bean
    OpenPort sftpPort(SftpFolders sftp) {
        return new OpenPort("sftp", sftp.port());
    }
}
