package io.fairway.planted.connector.customs;

import java.sql.Connection;

record WritesSql(Connection connection) {
}
