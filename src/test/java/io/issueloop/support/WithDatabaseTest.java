package io.issueloop.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WithDatabaseTest.Minimal.class)
@WithDatabase
class WithDatabaseTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Minimal {}

    @Autowired private JdbcClient jdbc;

    @Test
    void contextRunsOnACloneWithEngineAndOwnSchema() {
        assertThat(text("select current_database()")).startsWith("test_");
        assertThat(text("select value_ from act_ge_property where name_ = 'schema.version'"))
                .isNotEmpty();
    }

    @Test
    void clonesDoNotSeeEachOther() {
        var one = TestDatabase.create();
        var other = TestDatabase.create();
        one.jdbc().sql("create table only_here (id int)").update();
        var look = "select count(*) from pg_tables where tablename = 'only_here'";
        assertThat(one.jdbc().sql(look).query(Integer.class).single()).isEqualTo(1);
        assertThat(other.jdbc().sql(look).query(Integer.class).single()).isZero();
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
