package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.wecom.ApprovalApi.Application;
import io.issueloop.wecom.ApprovalApi.Content;
import io.issueloop.wecom.ApprovalApi.Contents;
import io.issueloop.wecom.ApprovalApi.Node;
import io.issueloop.wecom.ApprovalApi.Summary;
import io.issueloop.wecom.ApprovalApi.Value;
import io.issueloop.wecom.ApprovalTemplateApi.Config;
import io.issueloop.wecom.ApprovalTemplateApi.Control;
import io.issueloop.wecom.ApprovalTemplateApi.Controls;
import io.issueloop.wecom.ApprovalTemplateApi.Option;
import io.issueloop.wecom.ApprovalTemplateApi.Property;
import io.issueloop.wecom.ApprovalTemplateApi.SelectorConfig;
import io.issueloop.wecom.ApprovalTemplateApi.Template;
import io.issueloop.wecom.ApprovalTemplateApi.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Our clients and the sandbox, which share no class, understand each other in every area. */
class AreasTest {

    private final World world = World.shared();
    private final long now = Instant.now().getEpochSecond();

    @BeforeEach
    void forget() {
        world.people.forgetRequests();
    }

    @AfterEach
    void everyRequestWasAsDescribed() {
        var sheet = RequestSheet.read();
        assertThat(world.people.requests("/cgi-bin/"))
                .allSatisfy(request -> assertThat(SandboxClient.wrong(sheet, request)).isEmpty());
    }

    private static Property property(String control, String id, String title) {
        return new Property(control, id, List.of(Text.chinese(title)), null, 1, 0);
    }

    @Test
    @DisplayName("审批：建模板、读模板（选项为数组）、提交、列表与详情")
    void approvals() {
        var api = world.the(ApprovalApi.class);
        var templates = world.the(ApprovalTemplateApi.class);
        var options =
                List.of(
                        new Option("option-1", Text.chinese("高")),
                        new Option("option-2", Text.chinese("低")));
        var selector = new Config(null, new SelectorConfig("single", options), null, null);
        var controls =
                new Controls(
                        List.of(
                                new Control(property("Text", "Text-01", "问题编号"), null),
                                new Control(property("Selector", "Selector-01", "影响"), selector)));
        var name = List.of(Text.chinese("往返测试 " + System.nanoTime()));
        var template = templates.createTemplate(new Template(name, controls)).template_id();
        var read = templates.templateDetail(new ApprovalTemplateApi.WhichTemplate(template));
        assertThat(read.template_names().get(0).text()).startsWith("往返测试");
        assertThat(read.template_content().controls().get(1).config().selector().options())
                .extracting(option -> option.value().get(0).text())
                .containsExactly("高", "低");
        var values =
                List.of(
                        new Content("Text", "Text-01", Value.text("ISS-20261122-0001")),
                        new Content(
                                "Selector",
                                "Selector-01",
                                Value.selector(
                                        new ApprovalApi.SelectorValue(
                                                "single",
                                                List.of(new ApprovalApi.Chosen("option-1"))))));
        var process =
                new ApprovalApi.Process(
                        List.of(
                                new Node(ApprovalApi.APPROVER, ApprovalApi.ANY, List.of("lixue")),
                                new Node(ApprovalApi.CC, null, List.of("zhangwei"))));
        var number =
                api.apply(
                                new Application(
                                        "xujing",
                                        template,
                                        0,
                                        null,
                                        process,
                                        new Contents(values),
                                        List.of(new Summary(List.of(Text.chinese("重大问题"))))))
                        .sp_no();
        var listed =
                api.list(
                        new ApprovalApi.Query(
                                Long.toString(now - 3600),
                                Long.toString(now + 3600),
                                "",
                                ApprovalApi.PAGE,
                                List.of(new ApprovalApi.Filter("template_id", template))));
        assertThat(listed.sp_no_list()).containsExactly(number);
        assertThat(listed.new_next_cursor()).isNullOrEmpty();
        var form = api.detail(new ApprovalApi.WhichForm(number)).info();
        assertThat(form.sp_status()).isEqualTo(ApprovalApi.RUNNING);
        assertThat(form.applyer().userid()).isEqualTo("xujing");
        assertThat(form.apply_data().contents().get(0).value().path("text").asText())
                .isEqualTo("ISS-20261122-0001");
        assertThat(form.process_list().node_list().get(0).apv_rel()).isEqualTo(ApprovalApi.ANY);
        assertThat(form.sp_record().get(0).approverattr()).as("counted inversely").isEqualTo(1);
    }

    @Test
    void media() {
        var api = world.the(MediaApi.class);
        var content = "第一行\n{\"errcode\": 7}".getBytes(StandardCharsets.UTF_8);
        var file = new Multipart("说明 \"1\".txt", "application/octet-stream", content);
        var uploaded = api.upload("file", file);
        assertThat(uploaded.created_at()).matches("\\d{10}");
        assertThat(api.get(uploaded.media_id())).isEqualTo(content);
        assertThatThrownBy(() -> api.get("no-such"))
                .isInstanceOfSatisfying(
                        WeComRejected.class,
                        rejected -> assertThat(rejected.errcode()).isEqualTo(40007));
        var tiny = new Multipart("a.txt", "text/plain", new byte[3]);
        assertThatThrownBy(() -> api.upload("file", tiny)).isInstanceOf(WeComRejected.class);
    }

    @Test
    void meetings() {
        var api = world.the(MeetingApi.class);
        var made =
                api.create(
                        new MeetingApi.Create(
                                "lixue",
                                "问题复盘会",
                                now + 3600,
                                1800,
                                "重大问题复盘",
                                "线上",
                                new MeetingApi.Members(List.of("zhangwei", "xujing")),
                                null,
                                null,
                                null));
        var info = api.info(new MeetingApi.Which(made.meetingid()));
        assertThat(info.title()).isEqualTo("问题复盘会");
        assertThat(info.attendees().member())
                .extracting(MeetingApi.Attendee::userid)
                .contains("zhangwei", "xujing");
        api.cancel(new MeetingApi.Which(made.meetingid()));
        assertThatThrownBy(() -> api.cancel(new MeetingApi.Which(made.meetingid())))
                .isInstanceOf(WeComRejected.class);
    }

    @Test
    void forms() {
        var api = world.the(FormApi.class);
        var question =
                new FormApi.Question(1, "满意吗？", 1, 1, FormApi.TEXT, true, null, null, null, null);
        var setting = new FormApi.Setting(0, null, null, null, false, 0, false, false);
        var form =
                new FormApi.Form(
                        null,
                        "试点反馈",
                        "一分钟",
                        null,
                        new FormApi.Questions(List.of(question)),
                        setting,
                        null);
        var formid = api.create(new FormApi.Create(null, null, form)).formid();
        var found = api.info(new FormApi.Which(formid)).form_info();
        assertThat(found.form_title()).isEqualTo("试点反馈");
        var round = found.repeated_id().get(0);
        var statistic =
                api.statistic(new FormApi.Ask(round, FormApi.COUNTS, null, null, null, null));
        assertThat(statistic.fill_cnt()).isZero();
        var submitted =
                api.statistic(
                        new FormApi.Ask(round, FormApi.SUBMITTED, now - 3600, now + 60, 100, null));
        assertThat(submitted.submit_users()).isEmpty();
    }

    @Test
    void journals() {
        var api = world.the(JournalApi.class);
        var list = api.list(new JournalApi.Query(now - 86_400, now, 0, JournalApi.PAGE, null));
        assertThat(list.endflag()).isEqualTo(1);
        for (var id : list.journaluuid_list()) {
            var journal = api.detail(new JournalApi.Which(id)).info();
            assertThat(journal.submitter().userid()).isNotEmpty();
        }
    }

    @Test
    void drive() {
        var api = world.the(DriveApi.class);
        var files = world.the(DriveFiles.class);
        var admin = new DriveApi.SpaceRight(1, "lixue", null, DriveApi.ADMIN);
        var space = api.createSpace(new DriveApi.CreateSpace("归档", List.of(admin), 0)).spaceid();
        var folder =
                api.create(new DriveApi.Create(space, space, DriveApi.FOLDER, "2026Q4")).fileid();
        var file = files.upload(space, folder, Sources.of("指标.json", "{}\n{}\n{}".getBytes()));
        api.rename(new DriveApi.Rename(file, "指标-终稿.json"));
        var listed = api.list(new DriveApi.Folder(space, folder, 1, 0, 100));
        assertThat(listed.file_list().item())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.file_name()).isEqualTo("指标-终稿.json");
                            assertThat(one.file_size()).isEqualTo(8);
                        });
        assertThat(api.share(new DriveApi.WhichFile(file)).share_url()).isNotEmpty();
        assertThat(api.space(new DriveApi.WhichSpace(space)).space_info().space_name())
                .isEqualTo("归档");
        api.delete(new DriveApi.WhichFiles(List.of(file)));
        assertThat(api.list(new DriveApi.Folder(space, folder, 1, 0, 100)).file_list().item())
                .isEmpty();
    }

    @Test
    void tags() {
        var api = world.the(TagApi.class);
        var contacts = world.the(ContactsApi.class);
        var name = "试点" + System.nanoTime() % 1_000_000;
        var tag = api.create(new TagApi.Create(name, null)).tagid();
        var changed = api.add(new TagApi.Members(tag, List.of("zhangwei", "nobody-here"), null));
        assertThat(changed.invalidlist()).isEqualTo("nobody-here");
        assertThat(contacts.tagged(tag).userlist())
                .extracting(ContactsApi.User::userid)
                .containsExactly("zhangwei");
        api.remove(new TagApi.Members(tag, List.of("zhangwei"), null));
        api.rename(new TagApi.Rename(tag, name + "改"));
        assertThat(contacts.tags().taglist())
                .extracting(ContactsApi.Tag::tagname)
                .contains(name + "改");
        api.delete(tag);
        assertThat(contacts.user("zhangwei").name()).isEqualTo("张伟");
    }

    @Test
    void documents() {
        var api = world.the(DocumentApi.class);
        var doc =
                api.create(new DocumentApi.Create(DocumentApi.TEXT, "草稿", List.of("lixue")))
                        .docid();
        api.rename(new DocumentApi.Rename(doc, null, "定稿"));
        assertThat(api.baseInfo(new DocumentApi.Which(doc)).doc_base_info().doc_name())
                .isEqualTo("定稿");
        assertThat(api.share(DocumentApi.Named.document(doc)).share_url()).isNotEmpty();
        var mark = new DocumentApi.Watermark(1, true, true, "内部");
        api.safety(new DocumentApi.Safety(doc, true, mark));
        api.delete(DocumentApi.Named.document(doc));
        assertThatThrownBy(() -> api.baseInfo(new DocumentApi.Which(doc)))
                .isInstanceOf(WeComRejected.class);
    }

    @Test
    @DisplayName("智能表格按条件筛选，排序，删除行")
    void recordsAreFilteredAndDeleted() {
        var api = world.the(RecordApi.class);
        var sheet = world.the(Sheets.class).tracking();
        var unique = "筛选" + System.nanoTime();
        var text = List.of(java.util.Map.of("type", "text", "text", unique));
        var row = new RecordApi.Values(null, java.util.Map.of("问题描述", text));
        var added = api.add(new RecordApi.Write(sheet.docid(), sheet.id(), List.of(row)));
        var fields =
                world.the(SmartSheetApi.class)
                        .fields(new SmartSheetApi.InSheet(sheet.docid(), sheet.id()))
                        .fields();
        var description =
                fields.stream()
                        .filter(field -> field.field_title().equals("问题描述"))
                        .findFirst()
                        .orElseThrow();
        var condition =
                new RecordApi.Condition(
                        description.field_id(),
                        description.field_type(),
                        "OPERATOR_CONTAINS",
                        new RecordApi.Texts(List.of(unique)),
                        null,
                        null,
                        null,
                        null);
        var filter = new RecordApi.Filter("CONJUNCTION_AND", List.of(condition));
        var query = new RecordApi.Query(sheet.docid(), sheet.id(), null, null, filter, 0, 10);
        assertThat(api.get(query).records())
                .extracting(RecordApi.Record::record_id)
                .containsExactly(added.records().get(0).record_id());
        api.delete(
                new RecordApi.WhichRecords(
                        sheet.docid(), sheet.id(), List.of(added.records().get(0).record_id())));
        assertThat(api.get(query).records()).isEmpty();
    }
}
