package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.issueloop.approval.NativeForm;
import io.issueloop.approval.NativeForm.Said;
import io.issueloop.approval.NativeForm.Status;
import io.issueloop.approval.Opinion.Kind;
import io.issueloop.wecom.ApprovalApi.Form;
import io.issueloop.wecom.ApprovalApi.Processed;
import io.issueloop.wecom.ApprovalApi.ProcessedNode;
import io.issueloop.wecom.ApprovalApi.SubNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms as WeCom answers them (page 91983), the odd ones above all. */
@DisplayName("读审批单")
class FormReadingTest {

    @ParameterizedTest
    @CsvSource({
        "1, RUNNING",
        "2, APPROVED",
        "3, REJECTED",
        "4, REVOKED",
        "6, REVOKED_AFTER_APPROVAL",
        "7, DELETED",
        "10, APPROVED",
        "0, RUNNING",
        "99, RUNNING",
        "-1, RUNNING"
    })
    @DisplayName("状态：文档里的每一个；不认识的当作审批中，绝不当作通过")
    void everyStatus(int code, Status status) throws Exception {
        assertThat(read("{\"sp_no\":\"1\",\"sp_status\":%d}".formatted(code)).status())
                .isEqualTo(status);
    }

    @Test
    @DisplayName("缺字段、null、空数组：读得出，没有意见")
    void whatIsMissing() throws Exception {
        for (var rest :
                List.of(
                        "",
                        ",\"sp_record\":null,\"process_list\":null",
                        ",\"sp_record\":[],\"process_list\":{}",
                        ",\"sp_record\":[{}],\"process_list\":{\"node_list\":[]}",
                        ",\"sp_record\":[{\"details\":[{}]}]",
                        ",\"sp_record\":[{\"details\":[{\"approver\":null,\"sp_status\":2}]}]",
                        ",\"process_list\":{\"node_list\":[{\"node_type\":1}]}",
                        ",\"process_list\":{\"node_list\":[{\"node_type\":1,\"sub_node_list\":[{\"sp_yj\":2}]}]}",
                        ",\"something_new\":{\"of\":\"tomorrow\"}")) {
            var form = read("{\"sp_no\":\"1\",\"sp_status\":1" + rest + "}");
            assertThat(form.number()).isEqualTo("1");
            assertThat(form.opinions()).as(rest).isEmpty();
        }
    }

    @Test
    @DisplayName("没有 process_list 时读 sp_record；说明缺省为空，表情保留")
    void theOlderList() throws Exception {
        var form =
                read(
                        """
                {"sp_no":"202611230001","sp_status":1,"sp_record":[
                  {"details":[
                    {"approver":{"userid":"lixue"},"speech":"尽快 🚑","sp_status":2,"sptime":20},
                    {"approver":{"userid":"wanglei"},"sp_status":1,"sptime":0}]},
                  {"details":[{"approver":{"userid":"zhoumingyuan"},"sp_status":3,"sptime":10}]}]}
                """);
        assertThat(form.opinions())
                .extracting(said -> said.step() + " " + said.by() + " " + said.kind())
                .containsExactly("1 zhoumingyuan REJECTED", "0 lixue AGREED");
        assertThat(form.opinions()).extracting(Said::comment).containsExactly("", "尽快 🚑");
    }

    @Test
    @DisplayName("有 process_list 时只读它，只读审批节点；抄送人和经办人的不是意见")
    void theNewerList() throws Exception {
        var form =
                read(
                        """
                {"sp_no":"1","sp_status":2,
                 "sp_record":[{"details":[{"approver":{"userid":"old"},"sp_status":3,"sptime":1}]}],
                 "process_list":{"node_list":[
                  {"node_type":2,"sub_node_list":[{"userid":"copied","sp_yj":2,"sptime":1}]},
                  {"node_type":1,"sub_node_list":[
                    {"userid":"lixue","speech":"看","sp_yj":4,"sptime":5},
                    {"userid":"wanglei","speech":"行","sp_yj":2,"sptime":5}]},
                  {"node_type":1,"sub_node_list":[{"userid":"cto","sp_yj":13,"sptime":5}]}]}}
                """);
        assertThat(form.opinions())
                .extracting(said -> said.step() + " " + said.by() + " " + said.kind())
                .containsExactly("1 lixue TRANSFERRED", "1 wanglei AGREED", "2 cto AGREED");
    }

    @ParameterizedTest
    @CsvSource({
        "2, AGREED",
        "3, REJECTED",
        "4, TRANSFERRED",
        "11, SENT_BACK",
        "12, SIGNER_ADDED",
        "13, AGREED",
        "14, AGREED",
        "15, PASSED_ON"
    })
    @DisplayName("意见：文档里的每一种")
    void everyOpinion(int code, Kind kind) throws Exception {
        var form =
                read(
                        """
                {"sp_no":"1","process_list":{"node_list":[
                  {"node_type":1,"sub_node_list":[{"userid":"lixue","sp_yj":%d,"sptime":5}]}]}}
                """
                                .formatted(code));
        assertThat(form.opinions()).extracting(Said::kind).containsExactly(kind);
    }

    @Property(tries = 200)
    void whateverComesIsReadInOrderAndNothingIsInvented(
            @ForAll("nodes") List<ProcessedNode> nodes, @ForAll int status) {
        var form =
                new Form(
                        "1",
                        "",
                        status,
                        "",
                        0,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        new Processed(nodes));
        var read = FormReading.of(form);
        assertThat(read.opinions()).isSortedAccordingTo(java.util.Comparator.comparing(Said::at));
        assertThat(read.opinions())
                .allSatisfy(
                        said ->
                                assertThat(nodes.get(said.step()).sub_node_list())
                                        .anyMatch(one -> one.userid().equals(said.by().value())));
        var spoken = nodes.stream().mapToInt(node -> node.sub_node_list().size()).sum();
        assertThat(read.opinions()).hasSizeLessThanOrEqualTo(spoken);
        assertThat(FormReading.of(form)).isEqualTo(read);
    }

    @Provide
    Arbitrary<List<ProcessedNode>> nodes() {
        var sub =
                Combinators.combine(
                                Arbitraries.of("lixue", "WangLei", "a.b-c_d@e", ""),
                                Arbitraries.strings().ofMaxLength(5),
                                Arbitraries.integers().between(-1, 20),
                                Arbitraries.longs().between(0, 4_000_000_000L))
                        .as(
                                (user, speech, code, at) ->
                                        new SubNode(user, speech, code, at, List.of()));
        return Combinators.combine(Arbitraries.integers().between(0, 4), sub.list().ofMaxSize(4))
                .as((type, subs) -> new ProcessedNode(type, 1, 1, subs))
                .list()
                .ofMaxSize(4);
    }

    private static NativeForm read(String json) throws JsonProcessingException {
        return FormReading.of(WeComConfiguration.wire().readValue(json, Form.class));
    }
}
