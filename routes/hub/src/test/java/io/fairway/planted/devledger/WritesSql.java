package io.fairway.planted.devledger;

import java.sql.Connection;

record WritesSql(Connection connection) {
}
