package io.issueloop.sandbox.approval;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.api.Input;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What makes a control of a template illegal (301086), page 97437. One object per template. */
final class ControlRules {

    private static final BiConsumer<ControlRules, Input> NONE = (rules, config) -> {};
    private static final Map<String, BiConsumer<ControlRules, Input>> CONFIGS =
            Map.ofEntries(
                    entry("Text", NONE),
                    entry("Textarea", NONE),
                    entry("Number", NONE),
                    entry("Money", NONE),
                    entry("PhoneNumber", NONE),
                    entry("Vacation", NONE),
                    entry("BankAccount", NONE),
                    entry("Date", (r, c) -> oneOf(c.object("date"), "type", "day", "hour")),
                    entry("Selector", (r, c) -> selector(c.object("selector"))),
                    entry("Contact", (r, c) -> contact(c.object("contact"))),
                    entry("Tips", (r, c) -> tips(c.object("tips"))),
                    entry("File", (r, c) -> file(c)),
                    entry("Table", (r, c) -> r.table(c.object("table"))),
                    entry("Location", (r, c) -> location(c.object("location"))),
                    entry("RelatedApproval", (r, c) -> related(c)),
                    entry("DateRange", (r, c) -> range(c.object("date_range"))),
                    entry("Attendance", (r, c) -> attendance(c.object("attendance"))));
    private static final Set<String> NEVER_IN_TABLE = Set.of("Table", "Vacation", "Attendance");
    private static final int TIPS_CHARACTERS = 800;
    private static final int TIPS_URL = 600;

    private final Set<String> ids = new HashSet<>();
    private final Set<String> titles = new HashSet<>();

    void check(Input control) {
        var property = control.object("property");
        var kind = property.oneOf("control", "", List.copyOf(CONFIGS.keySet()));
        var id = property.text("id");
        if (!Pattern.matches(kind + "-\\d+", id) || !ids.add(id)) {
            throw Wrong.template("control id is not " + kind + "-number or not unique: " + id);
        }
        var title = texts(property, "title", 40);
        if (!titles.add(title)) {
            throw Wrong.template("title is not unique: " + title);
        }
        if (property.has("placeholder")) {
            property.objects("placeholder", 10).forEach(text -> text(text, 80, false));
        }
        property.between("require", 0, 0, 1);
        property.between("un_print", 0, 0, 1);
        CONFIGS.get(kind).accept(this, control.optionalObject("config").orElse(Input.empty()));
    }

    /** Required {@code [{text, lang}]}; returns the first text. */
    static String texts(Input of, String name, int characters) {
        var texts = of.requireList(name).objects(name, 10);
        texts.forEach(text -> text(text, characters, true));
        return texts.get(0).text("text");
    }

    private static void text(Input text, int characters, boolean required) {
        if (required && text.text("text", "").isEmpty()) {
            throw Wrong.template(text.text("lang", "zh_CN") + "'s text can't be empty;");
        }
        text.textUpTo("text", characters);
        text.oneOf("lang", "", List.of("zh_CN", "en"));
    }

    private static void oneOf(Input of, String name, String... allowed) {
        of.oneOf(name, "", List.of(allowed));
    }

    private static void selector(Input selector) {
        oneOf(selector, "type", "single", "multi");
        var keys = new HashSet<String>();
        for (var option : selector.requireList("options").objects("options", 1000)) {
            if (!keys.add(option.text("key"))) {
                throw Wrong.template("option key is not unique: " + option.text("key"));
            }
            text(option.object("value"), 200, true);
        }
    }

    private static void contact(Input contact) {
        oneOf(contact, "type", "single", "multi");
        oneOf(contact, "mode", "user", "department");
    }

    private static void file(Input config) {
        config.optionalObject("file").ifPresent(file -> file.between("is_only_photo", 0, 0, 1));
    }

    private void table(Input table) {
        table.between("print_format", 0, 0, 1);
        for (var child : table.requireList("children").objects("children", 100)) {
            var kind = child.object("property").text("control");
            if (NEVER_IN_TABLE.contains(kind)) {
                throw Wrong.template(kind + " is not allowed in a Table");
            }
            check(child);
        }
    }

    private static void location(Input location) {
        if (!List.of(100L, 200L, 300L).contains(location.number("distance"))) {
            throw Wrong.template("distance is none of 100, 200, 300");
        }
    }

    private static void related(Input config) {
        config.optionalObject("related_approval")
                .ifPresent(related -> related.texts("template_id", 100));
    }

    private static void range(Input range) {
        oneOf(range, "type", "halfday", "hour");
        range.between("official_holiday", 0, 0, 1);
        range.between("perday_duration", 86_400, 1, 86_400);
    }

    private static void attendance(Input attendance) {
        attendance.between("type", 0, 3, 5);
        oneOf(attendance.object("date_range"), "type", "halfday", "hour");
    }

    private static void tips(Input tips) {
        for (var content : tips.requireList("tips_content").objects("tips_content", 10)) {
            oneOf(content, "lang", "zh_CN", "en");
            int characters = 0;
            int links = 0;
            for (var part :
                    content.object("text").requireList("sub_text").objects("sub_text", 100)) {
                boolean link = part.between("type", 0, 1, 2) == 2;
                JsonNode of = part.object("content").json();
                var title = of.at(link ? "/link/title" : "/plain_text/content").asText();
                if (title.isEmpty() || link && of.at("/link/url").asText().isEmpty()) {
                    throw Wrong.template("empty tips_content");
                }
                characters += title.length();
                links += link ? 1 : 0;
                if (of.at("/link/url").asText().length() > TIPS_URL) {
                    throw Wrong.template("link.url longer than " + TIPS_URL);
                }
            }
            if (characters > TIPS_CHARACTERS || links > 1) {
                throw Wrong.template("tips_content longer than 800 characters or many links");
            }
        }
    }
}
