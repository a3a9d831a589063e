package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.oa.SummaryInfo;
import me.chanjar.weixin.cp.bean.oa.WxCpOaApplyEventRequest;
import me.chanjar.weixin.cp.bean.oa.WxCpOaApprovalTemplate;
import me.chanjar.weixin.cp.bean.oa.WxCpOaSchedule;
import me.chanjar.weixin.cp.bean.oa.applydata.ApplyDataContent;
import me.chanjar.weixin.cp.bean.oa.applydata.ContentValue;
import me.chanjar.weixin.cp.bean.oa.calendar.WxCpOaCalendar;
import me.chanjar.weixin.cp.bean.oa.meeting.WxCpMeeting;
import me.chanjar.weixin.cp.bean.oa.templatedata.TemplateContent;
import me.chanjar.weixin.cp.bean.oa.templatedata.TemplateControls;
import me.chanjar.weixin.cp.bean.oa.templatedata.TemplateProperty;
import me.chanjar.weixin.cp.bean.oa.templatedata.TemplateTitle;
import me.chanjar.weixin.cp.bean.oa.wedrive.WxCpFileListRequest;
import me.chanjar.weixin.cp.bean.oa.wedrive.WxCpFileUploadRequest;
import me.chanjar.weixin.cp.bean.oa.wedrive.WxCpSpaceCreateRequest;
import org.junit.jupiter.api.Test;

/** As {@link PublicClientTest}: calendar, meetings, drive, tables, forms, journals, approvals. */
class PublicClientOfficeTest extends PublicClient {
    @Test
    void itKeepsCalendarsAndSchedules() throws Exception {
        var calendar = new WxCpOaCalendar();
        calendar.setSummary("平台研发部").setColor("#2F7DFF").setDescription("值班");
        calendar.setShares(List.of(new WxCpOaCalendar.ShareInfo("lixue", 0)));
        var id = json(client.getOaCalendarService().add(calendar)).path("cal_id").asText();
        assertThat(client.getOaCalendarService().get(List.of(id)).get(0).getSummary())
                .isEqualTo("平台研发部");
        long start = Instant.now().getEpochSecond() + 3600;
        var attendee = new WxCpOaSchedule.Attendee();
        attendee.setUserid("lixue");
        var schedule = new WxCpOaSchedule();
        schedule.setCalId(id).setSummary("处理 ISS-1").setStartTime(start).setEndTime(start + 60);
        schedule.setAttendees(List.of(attendee));
        schedule.setReminders(
                new WxCpOaSchedule.Reminder().setIsRemind(1).setRemindBeforeEventSecs(3600));
        var added = json(client.getOaScheduleService().add(schedule, null));
        var scheduleId = added.path("schedule_id").asText();
        client.getOaScheduleService()
                .update(schedule.setScheduleId(scheduleId).setEndTime(start + 90));
        assertThat(
                        client.getOaScheduleService()
                                .getDetails(List.of(scheduleId))
                                .get(0)
                                .getEndTime())
                .isEqualTo(start + 90);
        assertThat(client.getOaScheduleService().listByCalendar(id, 0, 100)).hasSize(1);
        client.getOaScheduleService().delete(scheduleId);
        client.getOaCalendarService().delete(id);
    }

    @Test
    void itBooksMeetings() throws Exception {
        long start = Instant.now().getEpochSecond() + 3600;
        var meeting =
                new WxCpMeeting()
                        .setAdminUserId("chenjing")
                        .setTitle("复盘")
                        .setMeetingStart(start)
                        .setMeetingDuration(1800);
        var id = json(client.getMeetingService().create(meeting)).path("meetingid").asText();
        var detail = client.getMeetingService().getDetail(id);
        assertThat(detail.getTitle()).isEqualTo("复盘");
        assertThat(detail.getAttendees().getMember().get(0).getUserid()).isEqualTo("chenjing");
        var ids =
                client.getMeetingService()
                        .getUserMeetingIds("chenjing", null, 10, start - 10, start + 10);
        assertThat(ids.getMeetingIdList()).contains(id);
        client.getMeetingService().cancel(id);
        assertThat(client.getMeetingService().getDetail(id).getStatus()).isEqualTo(4);
    }

    @Test
    void itUsesWeDrive() throws Exception {
        var drive = client.getOaWeDriveService();
        var admin = new WxCpSpaceCreateRequest.AuthInfo().setType(1).setUserId("lixue").setAuth(7);
        var space =
                drive.spaceCreate(
                                WxCpSpaceCreateRequest.builder()
                                        .spaceName("附件")
                                        .authInfo(List.of(admin))
                                        .build())
                        .getSpaceId();
        assertThat(drive.spaceInfo(space).getSpaceInfo().getSpaceName()).isEqualTo("附件");
        var folder = drive.fileCreate(space, space, 1, "2026").getFileId();
        var content = Base64.getEncoder().encodeToString("内容".getBytes(StandardCharsets.UTF_8));
        var file =
                drive.fileUpload(
                                WxCpFileUploadRequest.builder()
                                        .spaceId(space)
                                        .fatherId(folder)
                                        .fileName("a.txt")
                                        .fileBase64Content(content)
                                        .build())
                        .getFileId();
        var list =
                drive.fileList(
                        WxCpFileListRequest.builder()
                                .spaceId(space)
                                .fatherId(folder)
                                .sortType(1)
                                .start(0)
                                .limit(10)
                                .build());
        assertThat(list.getFileList().getItem().get(0).getFileName()).isEqualTo("a.txt");
        drive.fileRename(file, "b.txt");
        assertThat(drive.fileInfo(file).getFileInfo().getFileName()).isEqualTo("b.txt");
        assertThat(drive.fileShare(file).getShareUrl()).startsWith("http");
        assertThatThrownBy(() -> drive.fileDownload("lixue", file))
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        e -> assertThat(e.getError().getErrorCode()).isEqualTo(40203));
        var link = json(post("wedrive/file_download", "{'fileid':'" + file + "'}"));
        var cookie = link.path("cookie_name").asText() + "=" + link.path("cookie_value").asText();
        var request =
                HttpRequest.newBuilder(URI.create(link.path("download_url").asText()))
                        .header("Cookie", cookie)
                        .build();
        assertThat(
                        HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.ofString())
                                .body())
                .isEqualTo("内容");
        drive.fileDelete(List.of(file));
        drive.spaceDismiss(space);
    }

    @Test
    void itWritesAndReadsSmartTablesFormsAndJournals() throws Exception {
        var docid =
                json(post("wedoc/create_doc", "{'doc_type':10,'doc_name':'台账'}"))
                        .path("docid")
                        .asText();
        var sheet =
                json(post("wedoc/smartsheet/add_sheet", "{'docid':'" + docid + "'}"))
                        .at("/properties/sheet_id")
                        .asText();
        var ref = "'docid':'%s','sheet_id':'%s'".formatted(docid, sheet);
        post(
                "wedoc/smartsheet/add_fields",
                "{" + ref + ",'fields':[{'field_title':'描述','field_type':'FIELD_TYPE_TEXT'}]}");
        post(
                "wedoc/smartsheet/add_records",
                "{" + ref + ",'records':[{'values':{'描述':[{'type':'text','text':'慢'}]}}]}");
        assertThat(post("wedoc/smartsheet/get_records", "{" + ref + "}")).contains("慢");
        var form =
                json(
                        post(
                                "wedoc/create_form",
                                "{'form_info':{'form_title':'满意度','form_question':{'items':[{'question_id':1,'title':'如何','pos':1,'status':1,'reply_type':1}]}}}"));
        assertThat(post("wedoc/get_form_info", "{'formid':'" + form.path("formid").asText() + "'}"))
                .contains("repeated_id");
        long now = Instant.now().getEpochSecond();
        assertThat(
                        post(
                                "oa/journal/get_record_list",
                                "{'starttime':%d,'endtime':%d,'cursor':0,'limit':10}"
                                        .formatted(now - 60, now)))
                .contains("\"endflag\":1");
    }

    @Test
    void itMakesATemplateAppliesAndReadsTheForm() throws Exception {
        var property = new TemplateProperty();
        property.setControl("Text");
        property.setId("Text-01");
        property.setTitle(List.of(title("事由")));
        property.setRequire(1);
        var control = new TemplateControls();
        control.setProperty(property);
        var content = new TemplateContent();
        content.setControls(List.of(control));
        var template =
                client.getOaService()
                        .createOaApprovalTemplate(
                                new WxCpOaApprovalTemplate()
                                        .setTemplateName(List.of(title("重大问题审批")))
                                        .setTemplateContent(content));
        assertThat(
                        client.getOaService()
                                .getTemplateDetail(template)
                                .getTemplateNames()
                                .get(0)
                                .getText())
                .isEqualTo("重大问题审批");
        var answer = new ApplyDataContent().setControl("Text").setId("Text-01");
        var summary = new SummaryInfo.SummaryInfoData().setText("停机").setLang("zh_CN");
        var number =
                client.getOaService()
                        .apply(
                                new WxCpOaApplyEventRequest()
                                        .setCreatorUserId("zhangwei")
                                        .setTemplateId(template)
                                        .setUseTemplateApprover(1)
                                        .setApplyData(
                                                new WxCpOaApplyEventRequest.ApplyData()
                                                        .setContents(
                                                                List.of(
                                                                        answer.setValue(
                                                                                new ContentValue()
                                                                                        .setText(
                                                                                                "停机")))))
                                        .setSummaryList(
                                                List.of(
                                                        new SummaryInfo()
                                                                .setSummaryInfoData(
                                                                        List.of(summary)))));
        var detail = client.getOaService().getApprovalDetail(number).getInfo();
        assertThat(detail.getSpNo()).isEqualTo(number);
        assertThat(detail.getApplyData().getContents().get(0).getValue().getText()).isEqualTo("停机");
        var now = Instant.now();
        var list =
                client.getOaService()
                        .getApprovalInfo(
                                Date.from(now.minusSeconds(600)),
                                Date.from(now.plusSeconds(60)),
                                "",
                                100,
                                null);
        assertThat(list.getSpNoList()).contains(number);
    }

    private static TemplateTitle title(String text) {
        var title = new TemplateTitle();
        title.setText(text);
        title.setLang("zh_CN");
        return title;
    }
}
