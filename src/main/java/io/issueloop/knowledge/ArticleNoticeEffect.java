package io.issueloop.knowledge;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.notification.Links;
import io.issueloop.notification.Message.Notice;
import io.issueloop.notification.MessageSender;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages about articles; the subject is {@code KIND/recipient/version}, each is sent once. */
@Component
class ArticleNoticeEffect implements Effect {

    static final String NAME = "ARTICLE_NOTICE";

    enum Kind {
        REVIEW(ArticleStatus.IN_REVIEW),
        REVIEW_REMINDER(ArticleStatus.IN_REVIEW),
        RETURNED(ArticleStatus.DRAFT),
        PUBLISHED(ArticleStatus.PUBLISHED),
        REVISED(ArticleStatus.PUBLISHED);

        private final ArticleStatus worthTelling;

        Kind(ArticleStatus worthTelling) {
            this.worthTelling = worthTelling;
        }
    }

    private final ArticleStore store;
    private final MessageSender sender;
    private final SentLog sentLog;
    private final Directory people;
    private final Links links;

    ArticleNoticeEffect(
            ArticleStore store,
            MessageSender sender,
            SentLog sentLog,
            Directory people,
            Links links) {
        this.store = store;
        this.sender = sender;
        this.sentLog = sentLog;
        this.people = people;
        this.links = links;
    }

    static String subject(Kind kind, UserId recipient, int version) {
        return "%s/%s/%d".formatted(kind, recipient, version);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "知识文章消息";
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var article = article(businessKey);
        var key = businessKey + "/" + subject;
        if (!isWorthTelling(article, subject) || !sentLog.claim(key)) {
            return;
        }
        var receipt = sender.send(List.of(recipient(subject)), notice(article, subject));
        sentLog.sent(key, receipt.messageId());
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var article = article(businessKey);
        if (!isWorthTelling(article, subject)
                || sentLog.reference(businessKey + "/" + subject).isPresent()) {
            return Optional.empty();
        }
        var name = people.name(recipient(subject));
        var notice = notice(article, subject);
        return Optional.of(
                ByHand.of(
                        "给%s发知识文章消息".formatted(name),
                        "请在企业微信中给 %s（%s）发送下面这条消息；对方点开链接即可处理。".formatted(name, recipient(subject)),
                        String.join("\n", notice.title(), notice.text(), "" + notice.link())));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        var key = businessKey + "/" + subject;
        if (sentLog.claim(key)) {
            sentLog.sent(key, "");
        }
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return List.of(recipient(subject));
    }

    private Notice notice(Article article, String subject) {
        var link = links.article(article.no().value());
        return switch (kind(subject)) {
            case REVIEW -> ArticleTexts.review(article, people, link);
            case REVIEW_REMINDER -> ArticleTexts.reviewReminder(article, link);
            case RETURNED -> ArticleTexts.returned(article, link);
            case PUBLISHED -> ArticleTexts.published(article, people, link);
            case REVISED -> ArticleTexts.revised(article, link);
        };
    }

    private static boolean isWorthTelling(Article article, String subject) {
        return article.status() == kind(subject).worthTelling;
    }

    private Article article(String businessKey) {
        return store.find(ArticleNo.of(businessKey)).orElseThrow();
    }

    private static Kind kind(String subject) {
        return Kind.valueOf(subject.split("/", 3)[0]);
    }

    private static UserId recipient(String subject) {
        return UserId.of(subject.split("/", 3)[1]);
    }
}
