package io.issueloop.wecom;

import io.issueloop.wecom.SmartSheetApi.AddSheet;
import io.issueloop.wecom.SmartSheetApi.AddView;
import io.issueloop.wecom.SmartSheetApi.Field;
import io.issueloop.wecom.SmartSheetApi.GroupBy;
import io.issueloop.wecom.SmartSheetApi.Grouping;
import io.issueloop.wecom.SmartSheetApi.InDocument;
import io.issueloop.wecom.SmartSheetApi.InSheet;
import io.issueloop.wecom.SmartSheetApi.Option;
import io.issueloop.wecom.SmartSheetApi.Select;
import io.issueloop.wecom.SmartSheetApi.Sheet;
import io.issueloop.wecom.SmartSheetApi.Title;
import io.issueloop.wecom.SmartSheetApi.UpdateView;
import io.issueloop.wecom.SmartSheetApi.ViewProperty;
import io.issueloop.wecom.SmartSheetApi.WriteFields;
import io.issueloop.wecom.WeComResources.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a sheet look like its layout. Everything is looked up by title first, so that a second run,
 * or one after a crash, adds only what is missing. What members added themselves is left alone.
 */
@Component
class SheetSetup {

    private final SmartSheetApi api;
    private final WeComResources resources;

    SheetSetup(SmartSheetApi api, WeComResources resources) {
        this.api = api;
        this.resources = resources;
    }

    void ensure(String docid, SheetLayout layout, Consumer<String> created) {
        var sheet = new InSheet(docid, sheet(docid, layout, created));
        addFields(sheet, layout, created);
        addOptions(sheet, layout, created);
        addViews(sheet, layout, created);
        verify(sheet, layout);
    }

    /** What of the layout is not there, in Chinese. */
    List<String> missing(String docid, SheetLayout layout) {
        var found = find(docid, layout);
        if (found.isEmpty() || !found.equals(known(layout))) {
            return List.of("子表「" + layout.title() + "」");
        }
        var sheet = new InSheet(docid, found.get());
        var missing = new ArrayList<String>();
        wrong(sheet, layout).forEach(title -> missing.add("字段「" + title + "」"));
        var views = views(sheet);
        for (var wanted : layout.views()) {
            var view = views.get(wanted.title());
            if (view == null || wanted.groupedBy().isPresent() && isUngrouped(view)) {
                missing.add("视图「" + wanted.title() + "」");
            }
        }
        return missing;
    }

    private Optional<String> find(String docid, SheetLayout layout) {
        return api.sheets(new InDocument(docid)).sheet_list().stream()
                .filter(sheet -> sheet.title().equals(layout.title()))
                .map(Sheet::sheet_id)
                .findFirst();
    }

    private Optional<String> known(SheetLayout layout) {
        return resources
                .find(Kind.SHEET, Sheets.key(layout.table(), layout.title()))
                .map(WeComResources.Resource::id);
    }

    private String sheet(String docid, SheetLayout layout, Consumer<String> created) {
        var id =
                find(docid, layout)
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
        var present = fields(sheet);
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
        var present = fields(sheet);
        for (var wanted : layout.fields()) {
            var field = present.get(wanted.field_title());
            var missing = missingOptions(wanted, field);
            if (!missing.isEmpty()) {
                var options = Stream.concat(options(field).stream(), missing.stream()).toList();
                var changed = withOptions(field, options);
                api.updateFields(
                        new WriteFields(sheet.docid(), sheet.sheet_id(), List.of(changed)));
                missing.forEach(option -> created.accept("选项「" + option.text() + "」"));
            }
        }
    }

    private void addViews(InSheet sheet, SheetLayout layout, Consumer<String> created) {
        var present = views(sheet);
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
            if (wanted.groupedBy().isPresent() && !isGrouped(view)) {
                group(sheet, view, wanted.groupedBy().get());
            }
        }
    }

    private static boolean isGrouped(SmartSheetApi.View view) {
        return view.property() != null && !view.property().path("group_spec").isMissingNode();
    }

    /** For certain: a server need not say how its views look. */
    private static boolean isUngrouped(SmartSheetApi.View view) {
        return view.property() != null && !isGrouped(view);
    }

    private void group(InSheet sheet, SmartSheetApi.View view, String title) {
        var fieldId = String.valueOf(fields(sheet).get(title).field_id());
        var grouping = new Grouping(List.of(new GroupBy(fieldId, false)));
        api.updateView(
                new UpdateView(
                        sheet.docid(),
                        sheet.sheet_id(),
                        view.view_id(),
                        new ViewProperty(grouping)));
    }

    private void verify(InSheet sheet, SheetLayout layout) {
        var wrong = wrong(sheet, layout);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "子表「%s」的字段与约定不符：%s。请改正或删除这些字段后重新运行 setup"
                            .formatted(layout.title(), String.join("、", wrong)));
        }
    }

    private List<String> wrong(InSheet sheet, SheetLayout layout) {
        var present = fields(sheet);
        return layout.fields().stream()
                .filter(wanted -> !matches(wanted, present.get(wanted.field_title())))
                .map(Field::field_title)
                .toList();
    }

    private static boolean matches(Field wanted, @Nullable Field field) {
        return field != null
                && field.field_type().equals(wanted.field_type())
                && missingOptions(wanted, field).isEmpty();
    }

    private Map<String, SmartSheetApi.View> views(InSheet sheet) {
        return api.views(sheet).views().stream()
                .collect(
                        Collectors.toMap(
                                SmartSheetApi.View::view_title,
                                Function.identity(),
                                (first, second) -> first));
    }

    private Map<String, Field> fields(InSheet sheet) {
        return api.fields(sheet).fields().stream()
                .collect(Collectors.toMap(Field::field_title, Function.identity(), (a, b) -> a));
    }

    private static List<Option> missingOptions(Field wanted, Field present) {
        var known = options(present).stream().map(Option::text).toList();
        return options(wanted).stream().filter(option -> !known.contains(option.text())).toList();
    }

    private static List<Option> options(Field field) {
        var select = field.property_single_select();
        return select == null ? List.of() : select.options();
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
