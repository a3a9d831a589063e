package io.issueloop.wecom;

import io.issueloop.support.TestDatabase;
import io.issueloop.wecom.WeComConfiguration.WeComClients;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** One node: the clients as the application wires them, on a database of the caller's. */
final class Wire {

    final JdbcClient jdbc;
    final DataSource database;
    final Pauses pauses;
    final Leases leases;
    final TokenStore store;
    final AccessTokens tokens;
    final TokenApi tokenApi;
    final MemberLimits memberLimits;
    final WeComClients clients;
    final WeComProperties properties;

    private Wire(WeComProperties properties, DataSource database) {
        this.properties = properties;
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        var transactions = new DataSourceTransactionManager(database);
        memberLimits = new MemberLimits(jdbc, transactions);
        var configuration = new WeComConfiguration();
        pauses = new Pauses(jdbc);
        leases = new Leases(jdbc, transactions);
        var counts = new CallCounts(jdbc, transactions);
        store = new TokenStore(jdbc, transactions, properties);
        tokenApi = configuration.tokenApi(properties, pauses, counts);
        tokens = new AccessTokens(tokenApi, store, leases, properties, Clock.systemUTC());
        clients = configuration.weComClients(properties, pauses, counts, tokens);
    }

    static Wire to(WeComProperties properties) {
        return new Wire(properties, TestDatabase.create().dataSource());
    }

    /** Another node on the same database. */
    Wire node() {
        return new Wire(properties, database);
    }
}
