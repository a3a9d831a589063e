package io.issueloop.web.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The editor of processes, tables and forms. */
@Hidden
@Controller
class EditorPages {

    @GetMapping("/editor")
    String list() {
        return "forward:/pages/editor.html";
    }

    @GetMapping("/editor/{type:bpmn|dmn|form}/{key:[A-Za-z0-9_]+}")
    String model(@PathVariable String type, @PathVariable String key) {
        return "forward:/pages/editor-model.html";
    }
}
