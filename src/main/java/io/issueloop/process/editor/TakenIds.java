package io.issueloop.process.editor;

import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Which ids are used already. A decision's id is the engine's key wherever the decision stands: the
 * same id in another file would become the next version of somebody else's decision.
 */
@Component
class TakenIds {

    private final JdbcClient jdbc;

    TakenIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Chinese: what has the id, in whatever case; empty when it is free. */
    Optional<String> holder(ModelId id) {
        return jdbc.sql(
                        """
                        select coalesce(name_, key_) from (
                            select 'bpmn' as type, key_, name_, version_ from act_re_procdef
                            union all
                            select 'dmn', key_, name_, version_ from act_re_decision_def
                            union all
                            select 'form', key_, null, version_ from act_re_camformdef) every
                         where type = :type and lower(key_) = lower(:key)
                         order by version_ desc limit 1
                        """)
                .param("type", id.type().code())
                .param("key", id.key())
                .query(String.class)
                .optional()
                .map(name -> "%s「%s」".formatted(id.type().label(), name));
    }

    /** A decision of the file whose id another file has. */
    void look(ModelId id, List<Element> elements, Findings findings) {
        if (id.type() == ModelType.DMN) {
            elements.stream()
                    .filter(element -> element.getLocalName().equals("decision"))
                    .forEach(decision -> look(decision, id.file(), findings));
        }
    }

    private void look(Element decision, String file, Findings findings) {
        var key = decision.getAttribute("id");
        jdbc.sql(
                        """
                        select regexp_replace(resource_name_, '^.*/', '') from act_re_decision_def
                         where key_ = :key
                           and regexp_replace(resource_name_, '^.*/', '')
                               <> regexp_replace(:file, '^.*/', '')
                         limit 1
                        """)
                .param("key", key)
                .param("file", file)
                .query(String.class)
                .optional()
                .ifPresent(
                        other ->
                                findings.error(
                                        decision, "编号 %s 是 %s 里的决策，请换一个编号".formatted(key, other)));
    }
}
