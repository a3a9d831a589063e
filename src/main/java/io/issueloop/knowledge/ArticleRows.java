package io.issueloop.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Rows of the table {@code article} as articles. */
@Component
class ArticleRows implements RowMapper<Article> {

    private static final TypeReference<Map<String, BigDecimal>> SHARES = new TypeReference<>() {};

    private final ObjectMapper mapper;

    ArticleRows(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Article mapRow(ResultSet row, int index) throws SQLException {
        return new Article(
                ArticleNo.of(row.getString("article_no")),
                row.getInt("version"),
                IssueNo.of(row.getString("issue_no")),
                Optional.ofNullable(row.getObject("team_id", Long.class)).map(TeamId::of),
                text(row),
                authors(row.getString("authors")),
                ArticleStatus.valueOf(row.getString("status")),
                new Article.Origin(
                        UserId.of(row.getString("created_by")),
                        at(row, "created_at").orElseThrow(),
                        Optional.ofNullable(row.getString("revises")).map(ArticleNo::of)),
                Optional.ofNullable(row.getString("reviewer")).map(UserId::of),
                Optional.ofNullable(row.getString("comment")).orElse(""),
                at(row, "submitted_at"),
                at(row, "published_at"));
    }

    String json(Authors authors) {
        var plain = new LinkedHashMap<String, BigDecimal>();
        authors.shares().forEach((user, share) -> plain.put(user.value(), share));
        try {
            return mapper.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ArticleText text(ResultSet row) throws SQLException {
        return new ArticleText(
                row.getString("title"),
                row.getString("problem"),
                row.getString("cause"),
                row.getString("solution"),
                row.getString("verification"),
                List.of(row.getString("tags").split(" ")));
    }

    private Authors authors(String json) {
        var shares = new LinkedHashMap<UserId, BigDecimal>();
        try {
            mapper.readValue(json, SHARES)
                    .forEach((user, share) -> shares.put(UserId.of(user), share));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored authors are not JSON", e);
        }
        return new Authors(shares);
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
