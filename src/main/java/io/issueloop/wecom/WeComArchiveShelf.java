package io.issueloop.wecom;

import io.issueloop.appraisal.archive.ArchiveShelf;
import io.issueloop.wecom.DriveApi.Create;
import io.issueloop.wecom.DriveApi.File;
import io.issueloop.wecom.DriveApi.Folder;
import io.issueloop.wecom.DriveApi.WhichFile;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WeComResources.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Archives in the space 「KPI 归档」, a folder per quarter; what is there is looked up first. */
@Component
class WeComArchiveShelf implements ArchiveShelf {

    private static final int BY_NAME = 1;
    private static final int PAGE = 1000;

    /** For one file, over the slowest line. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final DriveApi api;
    private final DriveFiles files;
    private final WeComResources resources;
    private final Leases leases;

    WeComArchiveShelf(DriveApi api, DriveFiles files, WeComResources resources, Leases leases) {
        this.api = api;
        this.files = files;
        this.resources = resources;
        this.leases = leases;
    }

    /** By one job at a time: another that believes the first one dead would send it all again. */
    @Override
    public String put(String folder, Book book) {
        var lease = "ARCHIVE/" + book.name();
        if (!leases.take(lease, LONGEST)) {
            throw new WeComBusy("另一任务正在上传 " + book.name(), LOOK_AGAIN);
        }
        try {
            return upload(folder, book);
        } finally {
            leases.release(lease);
        }
    }

    private String upload(String folder, Book book) {
        var space = resources.get(Kind.SPACE, DriveParts.ARCHIVE).id();
        var into = folder(space, folder);
        var source = new DriveFiles.Source(book.name(), book.bytes(), book.content());
        return list(space, into).stream()
                .filter(file -> file.file_name().equals(book.name()))
                .filter(file -> file.file_size() == book.bytes())
                .findFirst()
                .map(File::fileid)
                .orElseGet(() -> files.upload(space, into, source));
    }

    @Override
    public Optional<String> url(String folder) {
        return resources
                .find(Kind.FOLDER, key(folder))
                .map(Resource::url)
                .filter(url -> !url.isEmpty());
    }

    private String folder(String space, String name) {
        return resources
                .find(Kind.FOLDER, key(name))
                .map(Resource::id)
                .filter(id -> Existing.find(() -> api.info(new WhichFile(id))).isPresent())
                .orElseGet(() -> makeFolder(space, name));
    }

    private String makeFolder(String space, String name) {
        var parent = resources.get(Kind.FOLDER, DriveParts.ARCHIVE).id();
        var there =
                list(space, parent).stream()
                        .filter(file -> file.file_type() == DriveApi.FOLDER)
                        .filter(file -> file.file_name().equals(name))
                        .findFirst();
        if (there.isPresent()) {
            resources.created(Kind.FOLDER, key(name), there.get().fileid(), there.get().url());
            return there.get().fileid();
        }
        var made = api.create(new Create(space, parent, DriveApi.FOLDER, name));
        resources.created(Kind.FOLDER, key(name), made.fileid(), made.url());
        return made.fileid();
    }

    private List<File> list(String space, String folder) {
        var found = new ArrayList<File>();
        int start = 0;
        boolean more;
        do {
            var page = api.list(new Folder(space, folder, BY_NAME, start, PAGE));
            var items = page.file_list();
            if (items != null) {
                found.addAll(items.item());
            }
            more = page.has_more();
            start = page.next_start();
        } while (more);
        return found;
    }

    private static String key(String folder) {
        return DriveParts.ARCHIVE + "/" + folder;
    }
}
