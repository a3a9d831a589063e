package io.issueloop.process.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.process.EngineUnderTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CVE-2026-109432 at the engine, without any HTTP in front of it. */
@EngineUnderTest
class QueryGuardTest {

    private static final String ATTACK = "${''.getClass().forName('java.lang.Runtime')}";

    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired FilterService filters;
    @Autowired ProcessEngineConfigurationImpl engine;
    @Autowired JdbcClient jdbc;

    private static void refused(ThrowingCallable query) {
        assertThatThrownBy(query)
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("查询中不允许使用表达式");
    }

    @Test
    void cve2026_109432_plainQuery() {
        refused(() -> tasks.createTaskQuery().taskAssigneeExpression(ATTACK).list());
        refused(() -> tasks.createTaskQuery().taskAssigneeExpression("${1}").count());
    }

    @Test
    void cve2026_109432_orQuery() {
        refused(() -> tasks.createTaskQuery().or().taskAssigneeExpression(ATTACK).endOr().list());
        refused(() -> tasks.createTaskQuery().or().dueBeforeExpression(ATTACK).endOr().count());
    }

    @Test
    void cve2026_109432_historicQuery() {
        var query = history.createHistoricProcessInstanceQuery();
        ((org.camunda.bpm.engine.impl.AbstractQuery<?, ?>) query)
                .addExpression("processInstanceId", ATTACK);
        refused(query::list);
    }

    @Test
    void cve2026_109432_filterIsNotSaved() {
        var filter = filters.newTaskFilter("evil");
        filter.setQuery(tasks.createTaskQuery().or().taskAssigneeExpression(ATTACK).endOr());
        refused(() -> filters.saveFilter(filter));
        assertThat(filters.createFilterQuery().filterName("evil").count()).isZero();
    }

    @Test
    void cve2026_109432_filterExtensionIsNotExecuted() {
        var id = filters.createFilterQuery().list().get(0).getId();
        var extension = tasks.createTaskQuery().or().taskAssigneeExpression(ATTACK).endOr();
        refused(() -> filters.list(id, extension));
        refused(() -> filters.count(id, extension));
    }

    @Test
    void cve2026_109432_filterSmuggledIntoTheDatabaseIsNotExecuted() {
        var filter = filters.newTaskFilter("smuggled");
        filter.setQuery(tasks.createTaskQuery());
        var id = filters.saveFilter(filter).getId();
        jdbc.sql("update act_ru_filter set query_ = :query where id_ = :id")
                .param("id", id)
                .param(
                        "query",
                        "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}".formatted(ATTACK))
                .update();
        assertThatThrownBy(() -> filters.list(id)).isInstanceOf(RuntimeException.class);
        filters.deleteFilter(id);
    }

    @Test
    void cve2026_109432_expressionManagerAloneRefusesAQuerysExpression() {
        refused(
                () ->
                        ((JuelExpressionManager) engine.getExpressionManager())
                                .createExpression("${1}")
                                .getValue(null));
    }

    @Test
    void cve2026_109432_nestedQueryInsideAnotherCommandIsSeen() {
        var hidden = new TaskQueryImpl();
        hidden.addExpression("taskAssignee", ATTACK);
        var outer = tasks.createTaskQuery();
        ((TaskQueryImpl) outer).addOrQuery(hidden);
        refused(outer::list);
    }
}
