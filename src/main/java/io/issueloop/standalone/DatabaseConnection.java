package io.issueloop.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach a PostgreSQL database over JDBC. */
public record DatabaseConnection(String url, String username, String password) {

    /** A new connection of its own, which the caller closes. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Never the password: this record ends up in log lines. */
    @Override
    public String toString() {
        return username + "@" + url;
    }
}
