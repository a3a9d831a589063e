package io.issueloop.wecom;

import io.issueloop.wecom.SmartSheetApi.AddSheet;
import io.issueloop.wecom.SmartSheetApi.AddView;
import io.issueloop.wecom.SmartSheetApi.Field;
import io.issueloop.wecom.SmartSheetApi.GroupBy;
import io.issueloop.wecom.SmartSheetApi.Grouping;
import io.issueloop.wecom.SmartSheetApi.InSheet;
import io.issueloop.wecom.SmartSheetApi.Option;
import io.issueloop.wecom.SmartSheetApi.Select;
import io.issueloop.wecom.SmartSheetApi.Title;
import io.issueloop.wecom.SmartSheetApi.UpdateView;
import io.issueloop.wecom.SmartSheetApi.ViewProperty;
import io.issueloop.wecom.SmartSheetApi.WriteFields;
import io.issueloop.wecom.WeComResources.Kind;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes a sheet look like its layout. Everything is looked up by title first, so that a second run,
 * or one after a crash, adds only what is missing. What members added themselves is left alone.
 */
@Component
class SheetSetup {

    private final SmartSheetApi api;
    private final SheetReading reading;
    private final WeComResources resources;

    SheetSetup(SmartSheetApi api, SheetReading reading, WeComResources resources) {
        this.api = api;
        this.reading = reading;
        this.resources = resources;
    }

    void ensure(String docid, SheetLayout layout, Consumer<String> created) {
        var sheet = new InSheet(docid, sheet(docid, layout, created));
        addFields(sheet, layout, created);
        addOptions(sheet, layout, created);
        addViews(sheet, layout, created);
        verify(sheet, layout);
    }

    private String sheet(String docid, SheetLayout layout, Consumer<String> created) {
        var id =
                reading.find(docid, layout)
                        .orElseGet(
                                () -> {
                                    created.accept("子表「" + layout.title() + "」");
                                    var add = new AddSheet(docid, new Title(layout.title()));
                                    return api.addSheet(add).properties().sheet_id();
                                });
        resources.created(Kind.SHEET, Sheets.key(layout.table(), layout.title()), id, "");
        return id;
    }

    private void addFields(InSheet sheet, SheetLayout layout, Consumer<String> created) {
        var present = reading.fields(sheet);
        var missing =
                layout.fields().stream()
                        .filter(field -> !present.containsKey(field.field_title()))
                        .toList();
        if (!missing.isEmpty()) {
            api.addFields(new WriteFields(sheet.docid(), sheet.sheet_id(), missing));
            missing.forEach(field -> created.accept("字段「" + field.field_title() + "」"));
        }
    }

    private void addOptions(InSheet sheet, SheetLayout layout, Consumer<String> created) {
        var present = reading.fields(sheet);
        for (var wanted : layout.fields()) {
            var field = present.get(wanted.field_title());
            var missing = SheetReading.missingOptions(wanted, field);
            if (!missing.isEmpty()) {
                var options =
                        Stream.concat(SheetReading.options(field).stream(), missing.stream())
                                .toList();
                var changed = withOptions(field, options);
                api.updateFields(
                        new WriteFields(sheet.docid(), sheet.sheet_id(), List.of(changed)));
                missing.forEach(option -> created.accept("选项「" + option.text() + "」"));
            }
        }
    }

    private void addViews(InSheet sheet, SheetLayout layout, Consumer<String> created) {
        var present = reading.views(sheet);
        for (var wanted : layout.views()) {
            var view = present.get(wanted.title());
            if (view == null) {
                view =
                        api.addView(
                                        new AddView(
                                                sheet.docid(),
                                                sheet.sheet_id(),
                                                wanted.title(),
                                                wanted.type()))
                                .view();
                created.accept("视图「" + wanted.title() + "」");
            }
            if (wanted.groupedBy().isPresent() && !SheetReading.isGrouped(view)) {
                group(sheet, view, wanted.groupedBy().get());
            }
        }
    }

    private void group(InSheet sheet, SmartSheetApi.View view, String title) {
        var fieldId = String.valueOf(reading.fields(sheet).get(title).field_id());
        var grouping = new Grouping(List.of(new GroupBy(fieldId, false)));
        api.updateView(
                new UpdateView(
                        sheet.docid(),
                        sheet.sheet_id(),
                        view.view_id(),
                        new ViewProperty(grouping)));
    }

    private void verify(InSheet sheet, SheetLayout layout) {
        var wrong = reading.wrong(sheet, layout);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "子表「%s」的字段与约定不符：%s。请改正或删除这些字段后重新运行 setup"
                            .formatted(layout.title(), String.join("、", wrong)));
        }
    }

    private static Field withOptions(Field field, List<Option> options) {
        return new Field(
                field.field_id(),
                field.field_title(),
                field.field_type(),
                null,
                null,
                null,
                null,
                new Select(false, options));
    }
}
