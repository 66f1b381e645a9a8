package io.fairway.devledger;

import io.fairway.devledger.CertificateAuthority.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One organisation and its folder: certificate authorities for identities and for TLS, a peer, an administrator and a client.
 * What is missing is made at the first start; what is there is used.
 */
final class Organisation {
    private final String name;
    private final String mspId;
    private final Path folder;
    private final CertificateAuthority authority;
    private final CertificateAuthority tlsAuthority;

    private Organisation(String name, String mspId, Path folder, CertificateAuthority authority, CertificateAuthority tlsAuthority) {
        this.name = name;
        this.mspId = mspId;
        this.folder = folder;
        this.authority = authority;
        this.tlsAuthority = tlsAuthority;
    }

    static Organisation open(Path crypto, String name, String mspId, Instant now) throws IOException {
        var folder = crypto.resolve(name);
        Files.createDirectories(folder);
        return new Organisation(name, mspId, folder, authority(folder, "ca", name, now), authority(folder, "tlsca", name, now));
    }

    String name() {
        return name;
    }

    String mspId() {
        return mspId;
    }

    CertificateAuthority authority() {
        return authority;
    }

    CertificateAuthority tlsAuthority() {
        return tlsAuthority;
    }

    Path certificateOf(String file) {
        return folder.resolve(file + ".pem");
    }

    Path keyOf(String file) {
        return folder.resolve(file + "-key.pem");
    }

    /** The identity in the files of this name, made if there is none. */
    SigningIdentity identity(String file, Role role, Instant now) throws IOException {
        var kept = kept(file);
        if (kept.isPresent()) {
            return Msp.identity(mspId, role, kept.get());
        }
        var issued = authority.issueIdentity(name, file + "." + name, role, now);
        keep(file, issued);
        return Msp.identity(mspId, role, issued);
    }

    void ensureServerCertificate(Instant now) throws IOException {
        if (kept("tls").isEmpty()) {
            keep("tls", tlsAuthority.issueServer(name, "peer." + name, now));
        }
    }

    private static CertificateAuthority authority(Path folder, String purpose, String name, Instant now) throws IOException {
        var certificate = folder.resolve(purpose + ".pem");
        var key = folder.resolve(purpose + "-key.pem");
        if (Files.exists(certificate)) {
            return new CertificateAuthority(Pem.certificate(certificate), Pem.key(key));
        }
        var made = CertificateAuthority.create(name, purpose, now);
        Pem.write(key, made.key());
        Pem.write(certificate, made.certificate());
        return made;
    }

    private Optional<Issued> kept(String file) throws IOException {
        return Files.exists(certificateOf(file))
                ? Optional.of(new Issued(Pem.certificate(certificateOf(file)), Pem.key(keyOf(file)))) : Optional.empty();
    }

    private void keep(String file, Issued issued) throws IOException {
        Pem.write(keyOf(file), issued.key());
        Pem.write(certificateOf(file), issued.certificate());
    }
}
