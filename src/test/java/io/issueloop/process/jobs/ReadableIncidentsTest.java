package io.issueloop.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an administrator reads in Cockpit about a job that was given up. */
class ReadableIncidentsTest {

    @Test
    @DisplayName("故障用中文说出了什么事、怎么办；自己说了怎么办的不再重复")
    void anIncidentSaysWhatToDo() {
        assertThat(ReadableIncidents.readable("ISS-20261123-0001 的卡片未送达：企业微信系统繁忙。"))
                .isEqualTo("ISS-20261123-0001 的卡片未送达：企业微信系统繁忙。原因排除后点“重试”：系统马上把这一步再做一遍，成功后流程接着走。");
        assertThat(ReadableIncidents.readable("Cannot invoke \"x\" because y is null"))
                .startsWith("系统内部出错")
                .contains("Cannot invoke", "点“重试”");
        assertThat(ReadableIncidents.readable(null)).contains("没有说明原因");
        assertThat(ReadableIncidents.readable("请人工确认：未送达则重试")).isEqualTo("请人工确认：未送达则重试");
    }
}
