package io.issueloop.web.pages;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Help for everybody signed on: the guides, one per role, and their index. */
@Hidden
@Controller
class HelpPages {

    private final Guides guides;

    HelpPages(Guides guides) {
        this.guides = guides;
    }

    @GetMapping({"/help", "/help/{name}"})
    void guide(@PathVariable Optional<String> name, HttpServletResponse response)
            throws IOException {
        var page = guides.page(name.orElse(""));
        if (page.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(page.orElseThrow());
    }
}
