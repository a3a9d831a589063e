package io.issueloop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.standalone.DatabaseConnection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the engine keeps of the issue that came in last: every variable by its process, every step
 * and every waiting job. Both sides must have the same, or they would not be compared in the same
 * work; what only one has is named.
 */
final class Shape {

    private static final String PARTS =
            """
            with instance as (
                select i.proc_inst_id_ as id, i.proc_def_key_ as process from act_hi_procinst i
                 where i.business_key_ = (select business_key_ from act_hi_procinst
                                           where proc_def_key_ = 'issue_lifecycle'
                                           order by business_key_ desc limit 1))
            select 'variable ' || process || '.' || name_
              from instance join act_hi_varinst on proc_inst_id_ = id
            union
            select 'step ' || process || '.' || act_id_
              from instance join act_hi_actinst on proc_inst_id_ = id
            union
            select 'job ' || process || '.' || handler_type_ || ' ' || coalesce(handler_cfg_, '')
              from instance join act_ru_job on process_instance_id_ = id
            """;

    private Shape() {}

    static void demandSame(DatabaseConnection product, DatabaseConnection bare) {
        var ours = of(product);
        var theirs = of(bare);
        assertThat(ours).as("what the product's engine keeps of an issue").isNotEmpty();
        assertThat(theirs)
                .as("the bare side does what the product does; else mend BareSteps")
                .containsExactlyInAnyOrderElementsOf(ours);
    }

    private static Set<String> of(DatabaseConnection database) {
        try (var connection = database.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery(PARTS)) {
            var parts = new TreeSet<String>();
            while (row.next()) {
                parts.add(row.getString(1));
            }
            return parts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
