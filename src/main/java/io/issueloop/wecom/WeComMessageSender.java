package io.issueloop.wecom;

import io.issueloop.notification.Message;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.MessageSender;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.MessageApi.Outgoing;
import io.issueloop.wecom.MessageApi.Recall;
import io.issueloop.wecom.MessageApi.Sent;
import io.issueloop.wecom.MessageApi.Update;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Messages of the application; identical repeats are suppressed by WeCom (page 90236). */
@Component
class WeComMessageSender implements MessageSender {

    private static final Logger log = LoggerFactory.getLogger(WeComMessageSender.class);

    /** Four hours, the longest WeCom remembers, and longer than the outbox tries. */
    private static final int DUPLICATE_CHECK_SECONDS = 4 * 3600;

    private static final Pattern TASK_ID = Pattern.compile("[0-9A-Za-z_\\-@]{1,128}");

    private final MessageApi api;
    private final MemberLimits limits;
    private final WeComProperties properties;

    WeComMessageSender(MessageApi api, MemberLimits limits, WeComProperties properties) {
        this.api = api;
        this.limits = limits;
        this.properties = properties;
    }

    /**
     * WeCom takes a task id once (42014 afterwards). Ours are well-formed and unique for ever, so
     * that a repeated one means: an earlier try arrived and its answer was lost. It counts as
     * delivered, without ids: such a card can neither be updated nor recalled until it is pressed.
     */
    @Override
    public Receipt send(List<UserId> to, Message message) {
        var outgoing = outgoing(to, message);
        limits.count(to);
        try {
            var sent = api.send(outgoing);
            requireReceiver(to, sent);
            return new Receipt(
                    sent.msgid(),
                    Optional.of(sent.response_code()).filter(code -> !code.isEmpty()));
        } catch (WeComRejected rejected) {
            if (rejected.errcode() == ErrorCodes.NO_VALID_RECEIVER) {
                throw new RecipientUnreachable(String.valueOf(rejected.getMessage()));
            }
            if (rejected.errcode() == ErrorCodes.TASK_ID_REPEATED
                    && message instanceof ActionCard card) {
                log.info("card {} had been delivered by an earlier try", card.cardId());
                return new Receipt("", Optional.empty());
            }
            throw rejected;
        }
    }

    @Override
    public boolean update(UserId to, String updateCode, ActionCard replacement) {
        var card = Drawing.updated(replacement);
        var update = new Update(List.of(to.value()), properties.agentId(), updateCode, null, card);
        return unless(ErrorCodes.RESPONSE_CODE_USED, () -> api.update(update));
    }

    @Override
    public boolean recall(String messageId) {
        return !messageId.isEmpty()
                && unless(ErrorCodes.RECALL_TOO_LATE, () -> api.recall(new Recall(messageId)));
    }

    private static boolean unless(int errcode, Runnable call) {
        try {
            call.run();
            return true;
        } catch (WeComRejected rejected) {
            if (rejected.errcode() == errcode) {
                return false;
            }
            throw rejected;
        }
    }

    private Outgoing outgoing(List<UserId> to, Message message) {
        var touser = to.stream().map(UserId::value).collect(Collectors.joining("|"));
        int agentId = properties.agentId();
        if (message instanceof ActionCard card) {
            if (!TASK_ID.matcher(card.cardId()).matches()) {
                throw new IllegalArgumentException("not a task id: " + card.cardId());
            }
            var drawn = Drawing.fresh(card);
            return Outgoing.card(touser, agentId, drawn, DUPLICATE_CHECK_SECONDS);
        }
        if (message instanceof Message.Digest digest) {
            return Outgoing.news(touser, agentId, Digests.of(digest), DUPLICATE_CHECK_SECONDS);
        }
        var drawn = Drawing.notice((Message.Notice) message);
        return Outgoing.textcard(touser, agentId, drawn, DUPLICATE_CHECK_SECONDS);
    }

    /** WeCom names in lower case whom it could not reach; the others have the message. */
    private static void requireReceiver(List<UserId> to, Sent sent) {
        var missed =
                new HashSet<>(
                        List.of(
                                (sent.invaliduser() + "|" + sent.unlicenseduser())
                                        .toLowerCase(Locale.ROOT)
                                        .split("\\|")));
        var reached =
                to.stream()
                        .filter(user -> !missed.contains(user.value().toLowerCase(Locale.ROOT)))
                        .count();
        if (reached == 0) {
            throw new RecipientUnreachable("收件人不在应用的可见范围，或没有企业微信接口许可");
        }
        if (reached < to.size()) {
            log.warn("{} of {} receivers could not be reached", to.size() - reached, to.size());
        }
    }
}
