package io.fairway.planted.dialect;

import javax.sql.DataSource;

record WritesSql(DataSource source) {
}
