package io.issueloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** stack.md: of two nodes starting on an empty schema one died (ENGINE-03017). */
class SchemaLockPluginTest {

    @Test
    @DisplayName("两个节点同时在空库上启动，都能成功")
    void twoNodesStartOnAnEmptyDatabase() throws Exception {
        var database = TestDatabase.empty();
        var one = SchemaNode.on(database);
        var other = SchemaNode.on(database);
        one.waitUntilReady();
        other.waitUntilReady();

        one.go();
        other.go();

        assertThat(one.end()).endsWith("exit code 0");
        assertThat(other.end()).endsWith("exit code 0");
        var version = "select count(*) from act_ge_property where name_ = 'schema.version'";
        assertThat(database.jdbc().sql(version).query(Integer.class).single()).isEqualTo(1);
    }
}
