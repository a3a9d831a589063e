package io.issueloop.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.GuidePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("使用手册")
class GuidesTest {

    private static final Path PICTURES = Path.of("docs", "pictures", "guide");
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("`((?:dmn|bpmn|forms)/\\w+\\.\\w+)`");
    private static final long LARGEST_SET = 3_000_000;
    private static final int TWO_SCREENS = 1_600;

    private final Guides guides;

    GuidesTest() throws IOException {
        guides = new Guides();
    }

    @Test
    @DisplayName("图片都在，没有多余的，合起来不到 3 MB")
    void picturesAreThere() throws IOException {
        try (var files = Files.list(PICTURES)) {
            var there = files.toList();
            assertThat(there.stream().map(one -> one.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(GuidePictures.wanted());
            assertThat(there.stream().mapToLong(one -> one.toFile().length()).sum())
                    .isLessThan(LARGEST_SET);
        }
    }

    @Test
    @DisplayName("应用里的链接都通向手册或图片")
    void linksLeadToGuidesAndPictures() {
        Guides.NAMES.forEach(
                name -> {
                    var page = guides.page(name).orElseThrow();
                    assertThat(page).contains("<h1>", "</article>").doesNotContain("{{");
                    ADDRESS.matcher(page.substring(page.indexOf("<article")))
                            .results()
                            .map(one -> one.group(1))
                            .forEach(this::leadsSomewhere);
                });
        assertThat(guides.page("")).isPresent();
        assertThat(guides.page("nobody")).isEmpty();
    }

    private void leadsSomewhere(String address) {
        if (address.startsWith("/help/pictures/")) {
            assertThat(PICTURES.resolve(address.substring("/help/pictures/".length()))).exists();
        } else {
            assertThat(address).startsWith("/help");
            assertThat(guides.page(address.replaceFirst("/help/?", ""))).isPresent();
        }
    }

    @Test
    @DisplayName("每本不超过两屏文字，提到的文件都存在")
    void guidesAreShortAndName() throws IOException {
        for (var name : Guides.NAMES) {
            var text = Files.readString(Path.of("docs", "guide", name + ".md"));
            assertThat(text.length()).as(name).isLessThan(TWO_SCREENS);
            FILE.matcher(text)
                    .results()
                    .forEach(file -> assertThat(Path.of(file.group(1))).exists());
        }
    }
}
