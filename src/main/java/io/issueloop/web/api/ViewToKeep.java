package io.issueloop.web.api;

import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import java.util.Optional;

/**
 * A list of issues as somebody wants to keep it.
 *
 * @param query filters, order and columns as the address of the page has them
 * @param team whom it is shared with
 */
record ViewToKeep(String name, String query, Optional<TeamId> team) {

    /**
     * @throws Refused when it has no name or is too long
     */
    ViewToKeep {
        name = name.strip();
        if (name.isEmpty() || name.length() > 40) {
            throw new Refused("请给视图起一个 1–40 字的名称");
        }
        if (query.length() > 2000) {
            throw new Refused("筛选条件太多，无法保存为视图");
        }
    }
}
