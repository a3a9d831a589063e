package io.issueloop.web.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that list: the board, one's own issues and to-dos, what administrators look through. */
@Hidden
@Controller
class ListPages {

    @GetMapping("/board")
    String board() {
        return "forward:/pages/board.html";
    }

    @GetMapping("/m/issues")
    String ownIssues() {
        return "forward:/pages/own-issues.html";
    }

    @GetMapping({"/todos", "/m/todos"})
    String todos() {
        return "forward:/pages/todos.html";
    }

    @GetMapping("/admin/audit")
    String audit() {
        return "forward:/pages/admin-audit.html";
    }

    @GetMapping("/admin/deliveries")
    String deliveries() {
        return "forward:/pages/admin-deliveries.html";
    }
}
