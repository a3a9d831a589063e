package io.issueloop.web.api;

import io.issueloop.directory.Member;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kept view a person's list of issues begins with. */
@Component
class DefaultView {

    private final JdbcClient jdbc;
    private final SavedViews views;

    DefaultView(JdbcClient jdbc, SavedViews views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    /** Its id; it may be a shared one the person cannot see any more. */
    Optional<Long> of(UserId person) {
        return jdbc.sql("select view_id from issue_view_default where owner = ?")
                .param(person.value())
                .query(Long.class)
                .optional();
    }

    /**
     * One's own or one that is shared with the person.
     *
     * @throws Refused when it is not there (any more)
     */
    @Transactional
    void choose(Member person, long id) {
        if (views.of(person).stream().noneMatch(view -> view.id() == id)) {
            throw new Refused("这个视图已被删除或不再共享给您，请刷新后重试");
        }
        jdbc.sql(
                        """
                insert into issue_view_default (owner, view_id) values (:owner, :id)
                on conflict (owner) do update set view_id = excluded.view_id
                """)
                .param("owner", person.userId().value())
                .param("id", id)
                .update();
    }

    /** The list begins with everything again. */
    void forget(UserId person) {
        jdbc.sql("delete from issue_view_default where owner = ?").param(person.value()).update();
    }
}
