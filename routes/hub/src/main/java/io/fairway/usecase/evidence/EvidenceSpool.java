package io.fairway.usecase.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Room on disk for containers that are being written, so that memory stays bounded and a slow reader holds no transaction. */
public interface EvidenceSpool {

    /** @throws io.fairway.usecase.OverloadedException when as many as are allowed are open (P15) */
    Spooled open() throws IOException;

    /** One container; gone from the disk when closed. */
    interface Spooled extends AutoCloseable {

        OutputStream out() throws IOException;

        InputStream content() throws IOException;

        long length() throws IOException;

        @Override
        void close() throws IOException;
    }
}
