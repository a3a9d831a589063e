package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbenchTest {

    private static final String KEYS =
            "'type':'keydata','keydata':{'items':[{'key':'待我处理','data':'3','jump_url':'http://127.0.0.1/'}]}";
    private static RunningSandbox wecom;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void whatWasSetForAMemberIsReadBackAndShown() {
        set("batch_set_workbench_data", "'userid_list':['lixue','zhangwei'],'data':{" + KEYS + "}");
        assertThat(read("zhangwei").at("/keydata/items/0/data").asText()).isEqualTo("3");
        assertThat(
                        wecom.people("GET", "app?userid=lixue", "")
                                .at("/panel/keydata/items/0/key")
                                .asText())
                .isEqualTo("待我处理");
        assertThat(read("machao").has("keydata")).isFalse();
    }

    @Test
    void oneMembersPanelIsSetTenTimesAMinute() {
        for (int i = 0; i < 10; i++) {
            assertThat(set("set_workbench_data", "'userid':'sunli'," + KEYS)).isZero();
        }
        assertThat(set("set_workbench_data", "'userid':'sunli'," + KEYS)).isEqualTo(45009);
        assertThat(set("set_workbench_data", "'userid':'zhaomin'," + KEYS)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set_workbench_data | 'userid':'linwai',KEYS | 60021",
                "batch_set_workbench_data | 'userid_list':['linwai'],'data':{KEYS} | 60021",
                "batch_set_workbench_data | 'userid_list':[],'data':{KEYS} | 40058",
                "set_workbench_data | 'userid':'lixue','type':'normal' | 40058",
                "set_workbench_data | 'userid':'lixue','type':'keydata','keydata':{'items':[{'key':'a','data':3}]} | 40058",
                "set_workbench_data | 'userid':'lixue','type':'keydata','keydata':{'items':[{},{},{},{},{}]} | 40058",
                "set_workbench_data | 'userid':'lixue','type':'list','list':{'items':[{},{},{},{}]} | 40058",
                "set_workbench_data | 'userid':'lixue','type':'webview','webview':{'url':'http://x/','height':'tall'} | 40058",
                "get_workbench_data | 'userid':'linwai' | 60021",
            })
    void aWrongPanelIsRefused(String path, String fields, int errcode) {
        assertThat(set(path, fields.replace("KEYS", KEYS))).isEqualTo(errcode);
    }

    private static JsonNode read(String userid) {
        return wecom.api(
                "agent/get_workbench_data", "{\"agentid\":1000002,\"userid\":\"" + userid + "\"}");
    }

    private static int set(String path, String fields) {
        return wecom.api("agent/" + path, ("{'agentid':1000002," + fields + "}").replace('\'', '"'))
                .path("errcode")
                .asInt();
    }
}
