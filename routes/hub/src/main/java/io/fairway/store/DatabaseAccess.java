package io.fairway.store;

/**
 * Where the database is and the three roles that log in to it.
 *
 * @param url JDBC URL
 * @param owner owns the tables; used for migrations only
 * @param application what runs for a party
 * @param worker what runs for the hub
 */
public record DatabaseAccess(String url, Login owner, Login application, Login worker) {

    /** A role with its password, which {@link #toString()} does not tell. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
