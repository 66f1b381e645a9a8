package io.fairway.devledger;

/** What lies in the folder is not what the development ledger wrote there. It does not start, and changes nothing. */
public final class TamperedLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TamperedLedgerException(String message) {
        super(message);
    }

    TamperedLedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
