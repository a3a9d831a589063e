package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.DriveApi.Create;
import io.issueloop.wecom.DriveApi.CreateSpace;
import io.issueloop.wecom.DriveApi.SpaceRight;
import io.issueloop.wecom.DriveApi.WhichFile;
import io.issueloop.wecom.DriveApi.WhichSpace;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WeComResources.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A space of the drive with one folder. WeCom has no list of spaces: one whose creation was cut off
 * stays there, empty.
 *
 * @param admins asked when it is created; the first three have all rights in it
 * @param readers departments that may read everything in it
 */
record SpacePart(
        DriveApi api,
        WeComResources resources,
        String name,
        String folder,
        Supplier<List<UserId>> admins,
        Supplier<List<Long>> readers)
        implements SetupPart {

    private static final int MOST_ADMINS = 3;
    private static final int MEMBER = 1;
    private static final int DEPARTMENT = 2;

    @Override
    public Capability capability() {
        return Capability.DRIVE;
    }

    @Override
    public String label() {
        return "微盘空间「" + name + "」";
    }

    @Override
    public List<String> missing() {
        if (space().isEmpty()) {
            return List.of(label());
        }
        return folderId().isPresent() ? List.of() : List.of("文件夹「" + folder + "」");
    }

    @Override
    public void ensure(Consumer<String> created) {
        var space = space().orElseGet(() -> createSpace(created));
        if (folderId().isEmpty()) {
            var made = api.create(new Create(space, space, DriveApi.FOLDER, folder));
            resources.created(Kind.FOLDER, name, made.fileid(), made.url());
            created.accept("文件夹「" + folder + "」");
        }
    }

    private String createSpace(Consumer<String> created) {
        resources.begin(Kind.SPACE, name);
        var rights = new java.util.ArrayList<SpaceRight>();
        admins.get().stream()
                .limit(MOST_ADMINS)
                .map(user -> new SpaceRight(MEMBER, user.value(), null, DriveApi.ADMIN))
                .forEach(rights::add);
        readers.get().stream()
                .map(id -> new SpaceRight(DEPARTMENT, null, id, DriveApi.DOWNLOAD))
                .forEach(rights::add);
        var space = api.createSpace(new CreateSpace(name, rights, 0)).spaceid();
        resources.created(Kind.SPACE, name, space, "");
        created.accept(label());
        return space;
    }

    private Optional<String> space() {
        return resources
                .find(Kind.SPACE, name)
                .map(Resource::id)
                .filter(id -> Existing.find(() -> api.space(new WhichSpace(id))).isPresent());
    }

    private Optional<String> folderId() {
        return resources
                .find(Kind.FOLDER, name)
                .map(Resource::id)
                .filter(id -> Existing.find(() -> api.info(new WhichFile(id))).isPresent());
    }
}
