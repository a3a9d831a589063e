package io.issueloop.sandbox.people;

import io.issueloop.sandbox.SandboxProperties;
import io.issueloop.sandbox.agenda.Calendars;
import io.issueloop.sandbox.agenda.Schedules;
import io.issueloop.sandbox.api.Codes;
import io.issueloop.sandbox.api.Faults;
import io.issueloop.sandbox.api.Journal;
import io.issueloop.sandbox.approval.Decisions;
import io.issueloop.sandbox.approval.FormViews;
import io.issueloop.sandbox.approval.Forms;
import io.issueloop.sandbox.approval.Templates;
import io.issueloop.sandbox.callback.CallbackFaults;
import io.issueloop.sandbox.callback.CallbackSender;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.doc.Images;
import io.issueloop.sandbox.doc.MemberDocs;
import io.issueloop.sandbox.doc.Texts;
import io.issueloop.sandbox.drive.Blobs;
import io.issueloop.sandbox.drive.Downloads;
import io.issueloop.sandbox.drive.DriveFiles;
import io.issueloop.sandbox.drive.MemberDrive;
import io.issueloop.sandbox.form.Filling;
import io.issueloop.sandbox.group.GroupMessages;
import io.issueloop.sandbox.group.Groups;
import io.issueloop.sandbox.group.Robots;
import io.issueloop.sandbox.meeting.Meetings;
import io.issueloop.sandbox.message.Clicks;
import io.issueloop.sandbox.message.Messages;
import io.issueloop.sandbox.report.ReportTemplates;
import io.issueloop.sandbox.report.Reports;
import io.issueloop.sandbox.spreadsheet.Spreadsheets;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.table.Grid;
import io.issueloop.sandbox.table.MemberEdits;
import io.issueloop.sandbox.table.MemberTables;
import io.issueloop.sandbox.table.Sheets;
import io.issueloop.sandbox.todo.NativePanel;
import io.issueloop.sandbox.todo.Todos;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Wiring of this package. */
public final class PeopleBeans {

    @Bean
    Door memberDoor(Store store, Contacts contacts, Callbacks callbacks) {
        return new MemberDoor(store, contacts, callbacks);
    }

    @Bean
    Door sheetDoor(Store store, Sheets sheets, Grid grid, MemberEdits edits, MemberTables tables) {
        return new SheetDoor(store, sheets, grid, edits, tables);
    }

    @Bean
    Door docDoor(
            Store store,
            Docs docs,
            Texts texts,
            Sheets sheets,
            MemberDocs changes,
            Images images,
            Spreadsheets spreadsheets) {
        return new DocDoor(store, docs, texts, sheets, changes, images, spreadsheets);
    }

    @Bean
    Door messageDoor(Store store, Messages messages, Clicks clicks, Settings settings) {
        return new MessageDoor(store, messages, clicks, settings);
    }

    @Bean
    Door approvalDoor(Store store, Templates templates, FormViews views, Decisions decisions) {
        return new ApprovalDoor(store, templates, views, decisions);
    }

    @Bean
    Door groupDoor(
            Store store, Groups groups, GroupMessages messages, Robots robots, Contacts contacts) {
        return new GroupDoor(store, groups, messages, robots, contacts);
    }

    @Bean
    Door robotDoor(Store store, Groups groups, Robots robots) {
        return new RobotDoor(store, groups, robots);
    }

    @Bean
    Door todoDoor(Store store, Todos todos, NativePanel panel) {
        return new TodoDoor(store, todos, panel);
    }

    @Bean
    Door jsSdkDoor(Store store, NativePanel panel, SandboxProperties properties) {
        return new JsSdkDoor(store, panel, new TrustedPages(properties));
    }

    @Bean
    Door agendaDoor(Store store, Schedules schedules, Calendars calendars) {
        return new AgendaDoor(store, schedules, calendars);
    }

    @Bean
    Door driveDoor(
            Store store, MemberDrive drive, DriveFiles files, Blobs blobs, Downloads downloads) {
        return new DriveDoor(store, drive, files, blobs, downloads);
    }

    @Bean
    Door formDoor(Store store, Filling filling) {
        return new FormDoor(store, filling);
    }

    @Bean
    Door meetingDoor(Store store, Meetings meetings) {
        return new MeetingDoor(store, meetings);
    }

    @Bean
    Door reportDoor(Store store, Reports reports, ReportTemplates templates) {
        return new ReportDoor(store, reports, templates);
    }

    @Bean
    Door pulseDoor(
            Store store, Contacts contacts, Messages messages, Forms forms, Callbacks callbacks) {
        return new PulseDoor(store, contacts, messages, forms, callbacks);
    }

    @Bean
    Door appDoor(Store store, Contacts contacts, Callbacks callbacks, Settings settings) {
        return new AppDoor(store, contacts, callbacks, settings);
    }

    @Bean
    Door testDoor(
            Store store,
            Journal journal,
            Faults faults,
            Callbacks callbacks,
            CallbackFaults callbackFaults,
            SandboxClock clock) {
        return new TestDoor(store, journal, faults, callbacks, callbackFaults, clock);
    }

    @Bean
    Door settingsDoor(
            Store store,
            Settings settings,
            CallbackSender sender,
            Contacts contacts,
            Callbacks callbacks) {
        return new SettingsDoor(store, settings, sender, contacts, callbacks);
    }

    @Bean
    Door loginDoor(SandboxProperties properties, Codes codes, Contacts contacts, Store store) {
        return new LoginDoor(properties, codes, contacts, store);
    }

    @Bean
    @Order(2)
    RouterFunction<ServerResponse> peopleRoutes(List<Door> doors) {
        return doors.stream()
                .map(Door::routes)
                .reduce(RouterFunction::and)
                .orElseThrow()
                .and(PageDoor.routes());
    }

    /** Unknown paths: 404 with an empty body, as WeCom. */
    @Bean
    @Order(3)
    RouterFunction<ServerResponse> nothingElse() {
        return RouterFunctions.route(request -> true, request -> ServerResponse.notFound().build());
    }
}
