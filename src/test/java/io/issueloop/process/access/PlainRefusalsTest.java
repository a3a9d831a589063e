package io.issueloop.process.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What people read in Tasklist when the engine refuses a form. */
class PlainRefusalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot complete task 1: Cannot find task with id 1: task is null",
                "ENGINE-03005 Execution of 'UPDATE TaskEntity[1]' failed. Entity was updated by another transaction concurrently.",
                "OptimisticLockingException: no",
                "ENGINE-03051 Message: 'The process of task 1 was ended, updated by another transaction'",
                "Exception while invoking TaskListener: Failed to update versioned entity with id (ISS-1)."
            })
    @DisplayName("别人刚刚办完同一任务：409 和一句中文，不是引擎的英文")
    void overtaken(String said) throws Exception {
        var response = answered(500, said);
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("刚刚有人先处理了这一步，请刷新查看最新状态")
                .doesNotContain("ENGINE");
    }

    @Test
    @DisplayName("规则不允许：400 和规则自己的话")
    void refusedByTheRules() throws Exception {
        var response = answered(500, "Exception while invoking TaskListener: 只有处理人可以接单' in");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("只有处理人可以接单");
    }

    @Test
    @DisplayName("发起流程的表单也是：400 和规则自己的话")
    void refusedAtTheStart() throws Exception {
        var said = "{\"type\":\"Refused\",\"message\":\"请填写问题描述\",\"code\":null}";
        var response = answered("process-definition/report_issue:1:6b60-11f1", 500, said);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("请填写问题描述");
    }

    @Test
    @DisplayName("成功和不认识的错误原样返回")
    void everythingElseStays() throws Exception {
        assertThat(answered(204, "").getStatus()).isEqualTo(204);
        var broken = answered(500, "disk full");
        assertThat(broken.getStatus()).isEqualTo(500);
        assertThat(broken.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("disk full");
    }

    private static MockHttpServletResponse answered(int status, String body) throws Exception {
        return answered("task/1", status, body);
    }

    private static MockHttpServletResponse answered(String form, int status, String body)
            throws Exception {
        var request =
                new MockHttpServletRequest(
                        "POST",
                        "/camunda/api/engine/engine/default/%s/submit-form".formatted(form));
        var response = new MockHttpServletResponse();
        FilterChain engine =
                (asked, answer) -> {
                    ((jakarta.servlet.http.HttpServletResponse) answer).setStatus(status);
                    answer.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
                };
        new PlainRefusals().doFilter(request, response, engine);
        return response;
    }
}
