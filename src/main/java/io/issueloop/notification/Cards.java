package io.issueloop.notification;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of cards; each call is its own transaction unless one is open. */
@Component
class Cards {

    private final JdbcClient jdbc;
    private final Clock clock;

    Cards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Plans a card; a second plan for the same turn and number changes nothing. */
    Card plan(IssueNo issueNo, Card.Kind kind, int turn, int number, UserId recipient) {
        var cardId = "%s_%s_%d_%d".formatted(issueNo, kind, turn, number);
        return jdbc.sql(
                        """
                insert into card (card_id, issue_no, kind, recipient, turn) values (:id, :issueNo, :kind, :to, :turn)
                on conflict (card_id) do update set turn = card.turn
                returning *
                """)
                .param("id", cardId)
                .param("issueNo", issueNo.value())
                .param("kind", kind.name())
                .param("to", recipient.value())
                .param("turn", turn)
                .query(Cards::card)
                .single();
    }

    Optional<Card> find(String cardId) {
        return jdbc.sql("select * from card where card_id = :id")
                .param("id", cardId)
                .query(Cards::card)
                .optional();
    }

    /** All cards of an issue of one kind, in the order they were planned. */
    List<Card> of(IssueNo issueNo, Card.Kind kind) {
        return jdbc.sql(
                        "select * from card where issue_no = :issueNo and kind = :kind order by turn, length(card_id), card_id")
                .param("issueNo", issueNo.value())
                .param("kind", kind.name())
                .query(Cards::card)
                .list();
    }

    /** Whether the recipient was asked again since. */
    boolean hasNewer(Card card) {
        return of(card.issueNo(), card.kind()).stream()
                .filter(other -> other.recipient().equals(card.recipient()))
                .anyMatch(other -> other.turn() > card.turn());
    }

    void sent(Card card, String messageId, Optional<String> updateCode, String shown) {
        jdbc.sql(
                        """
                update card set message_id = :message, update_code = :code, code_at = :now, shown = :shown, sent_at = :now
                 where card_id = :id
                """)
                .param("message", messageId)
                .param("code", updateCode.orElse(null))
                .param("now", now())
                .param("shown", shown)
                .param("id", card.cardId())
                .update();
    }

    /** Keeps the fresh code a click brought. */
    void refreshCode(String cardId, String updateCode) {
        jdbc.sql("update card set update_code = :code, code_at = :now where card_id = :id")
                .param("code", updateCode)
                .param("now", now())
                .param("id", cardId)
                .update();
    }

    /** Takes the code away for good: it works once, and whether it worked may stay unknown. */
    boolean spendCode(Card card) {
        return jdbc.sql(
                                "update card set update_code = null where card_id = :id and update_code = :code")
                        .param("id", card.cardId())
                        .param("code", card.updateCode().orElseThrow())
                        .update()
                == 1;
    }

    void shows(Card card, String shown) {
        jdbc.sql("update card set shown = :shown where card_id = :id")
                .param("shown", shown)
                .param("id", card.cardId())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Card card(ResultSet row, int index) throws SQLException {
        return new Card(
                row.getString("card_id"),
                IssueNo.of(row.getString("issue_no")),
                Card.Kind.valueOf(row.getString("kind")),
                UserId.of(row.getString("recipient")),
                row.getInt("turn"),
                Optional.ofNullable(row.getString("message_id")),
                Optional.ofNullable(row.getString("update_code")),
                Optional.ofNullable(time(row, "code_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("shown")),
                Optional.ofNullable(time(row, "sent_at")).map(OffsetDateTime::toInstant));
    }

    private static @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
