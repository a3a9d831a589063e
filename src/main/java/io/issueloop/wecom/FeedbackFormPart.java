package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.wecom.FormApi.Create;
import io.issueloop.wecom.FormApi.Form;
import io.issueloop.wecom.FormApi.Option;
import io.issueloop.wecom.FormApi.Question;
import io.issueloop.wecom.FormApi.Questions;
import io.issueloop.wecom.FormApi.Setting;
import io.issueloop.wecom.FormApi.Which;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WeComResources.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The form in which people say how the trial goes (design.md §2 row 6). */
@Component
@Order(80)
class FeedbackFormPart implements SetupPart {

    static final String TITLE = "试用反馈";
    static final int STARS = 1;
    static final int MOST_USEFUL = 2;
    static final int LEAST_HANDY = 3;
    static final int ADVICE = 4;

    private static final List<String> OPTIONS =
            List.of("1 星 很不满意", "2 星 不满意", "3 星 一般", "4 星 满意", "5 星 非常满意");

    private final FormApi api;
    private final DocumentApi documents;
    private final WeComResources resources;

    FeedbackFormPart(FormApi api, DocumentApi documents, WeComResources resources) {
        this.api = api;
        this.documents = documents;
        this.resources = resources;
    }

    @Override
    public Capability capability() {
        return Capability.FORM;
    }

    @Override
    public String label() {
        return "收集表「" + TITLE + "」";
    }

    @Override
    public List<String> missing() {
        return known().filter(form -> isAlive(form.id())).isPresent()
                ? List.of()
                : List.of(label());
    }

    @Override
    public void ensure(Consumer<String> created) {
        var formId = api.create(new Create(null, null, wanted())).formid();
        var url = documents.share(new DocumentApi.Named(null, formId)).share_url();
        resources.created(Kind.FORM, TITLE, formId, url);
        created.accept(label());
    }

    Optional<Resource> known() {
        return resources.find(Kind.FORM, TITLE);
    }

    private boolean isAlive(String formId) {
        return Existing.find(() -> api.info(new Which(formId)))
                .filter(found -> found.form_info() != null)
                .isPresent();
    }

    /** Anybody of the corp, as often as they like, also without a name. */
    private static Form wanted() {
        return new Form(
                null,
                TITLE,
                "您的意见决定下一步怎么改，一分钟就好。可以匿名，可以多次填写。",
                null,
                new Questions(
                        List.of(
                                stars(),
                                text(MOST_USEFUL, "最有用的是什么？"),
                                text(LEAST_HANDY, "最不方便的是什么？"),
                                text(ADVICE, "您的建议"))),
                new Setting(0, null, null, null, true, 0, true, false),
                null);
    }

    private static Question stars() {
        var options =
                IntStream.rangeClosed(1, OPTIONS.size())
                        .mapToObj(key -> new Option(key, OPTIONS.get(key - 1), 1))
                        .toList();
        return new Question(
                STARS, "满意度", STARS, 1, FormApi.SINGLE, true, null, options, null, null);
    }

    private static Question text(int id, String title) {
        return new Question(id, title, id, 1, FormApi.TEXT, false, null, null, null, null);
    }
}
