package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.appraisal.archive.ArchiveShelf;
import io.issueloop.appraisal.archive.ArchiveShelf.Book;
import io.issueloop.wecom.DriveApi.File;
import io.issueloop.wecom.DriveApi.Folder;
import io.issueloop.wecom.WeComResources.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A folder per quarter in the drive, every file once (design.md §2 row 2.4b). */
class ArchiveShelfTest {

    private static final byte[] CONTENT = "{}\n".getBytes(StandardCharsets.UTF_8);

    @Test
    @DisplayName("每季度一个文件夹，同名同大小的文件只上传一次；忘了编号也会找回")
    void everyFileIsPutOnce() {
        var world = World.shared();
        var shelf = world.the(ArchiveShelf.class);
        var first = shelf.put("2026Q3", book("KPI-2026Q3-r1.json"));
        assertThat(shelf.put("2026Q3", book("KPI-2026Q3-r1.json"))).isEqualTo(first);
        world.the(JdbcClient.class)
                .sql("delete from wecom_resource where key = 'KPI 归档/2026Q3'")
                .update();
        assertThat(shelf.put("2026Q3", book("KPI-2026Q3-r1.json"))).isEqualTo(first);
        shelf.put("2026Q3", book("KPI-2026Q3-r1.xlsx"));

        var resources = world.the(WeComResources.class);
        var parent = resources.get(Kind.FOLDER, DriveParts.ARCHIVE).id();
        var folder = resources.get(Kind.FOLDER, "KPI 归档/2026Q3").id();
        assertThat(names(world, parent)).containsExactly("2026Q3");
        assertThat(names(world, folder))
                .containsExactlyInAnyOrder("KPI-2026Q3-r1.json", "KPI-2026Q3-r1.xlsx");
        assertThat(world.the(DriveFiles.class).download(first)).isEqualTo(CONTENT);
    }

    private static Book book(String name) {
        return new Book(name, CONTENT.length, () -> new ByteArrayInputStream(CONTENT));
    }

    private static List<String> names(World world, String folder) {
        var space = world.the(WeComResources.class).get(Kind.SPACE, DriveParts.ARCHIVE).id();
        var found = world.the(DriveApi.class).list(new Folder(space, folder, 1, 0, 100));
        return Objects.requireNonNull(found.file_list()).item().stream()
                .map(File::file_name)
                .toList();
    }
}
