package io.issueloop.wecom;

import io.issueloop.wecom.SmartSheetApi.Field;
import io.issueloop.wecom.SmartSheetApi.InDocument;
import io.issueloop.wecom.SmartSheetApi.InSheet;
import io.issueloop.wecom.SmartSheetApi.Option;
import io.issueloop.wecom.SmartSheetApi.Sheet;
import io.issueloop.wecom.WeComResources.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares a sheet as it is with its layout; looks everything up by title and changes nothing. */
@Component
class SheetReading {

    private final SmartSheetApi api;
    private final WeComResources resources;

    SheetReading(SmartSheetApi api, WeComResources resources) {
        this.api = api;
        this.resources = resources;
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

    /** The id of the sheet with the layout's title. */
    Optional<String> find(String docid, SheetLayout layout) {
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

    static boolean isGrouped(SmartSheetApi.View view) {
        return view.property() != null && !view.property().path("group_spec").isMissingNode();
    }

    /** For certain: a server need not say how its views look. */
    private static boolean isUngrouped(SmartSheetApi.View view) {
        return view.property() != null && !isGrouped(view);
    }

    /** Titles of fields that are missing, of another type, or lack options. */
    List<String> wrong(InSheet sheet, SheetLayout layout) {
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

    Map<String, SmartSheetApi.View> views(InSheet sheet) {
        return api.views(sheet).views().stream()
                .collect(
                        Collectors.toMap(
                                SmartSheetApi.View::view_title,
                                Function.identity(),
                                (first, second) -> first));
    }

    Map<String, Field> fields(InSheet sheet) {
        return api.fields(sheet).fields().stream()
                .collect(Collectors.toMap(Field::field_title, Function.identity(), (a, b) -> a));
    }

    static List<Option> missingOptions(Field wanted, Field present) {
        var known = options(present).stream().map(Option::text).toList();
        return options(wanted).stream().filter(option -> !known.contains(option.text())).toList();
    }

    static List<Option> options(Field field) {
        var select = field.property_single_select();
        return select == null ? List.of() : select.options();
    }
}
