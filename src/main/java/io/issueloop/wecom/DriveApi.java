package io.issueloop.wecom;

import feign.Headers;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The drive (微盘): spaces, folders, files. A corp without a paid version has 1,000 calls a month.
 */
@Headers("Content-Type: application/json")
interface DriveApi {

    /** A file up to this many bytes goes up in one piece. */
    int WHOLE = 10 * 1024 * 1024;

    /** Larger ones in blocks of this many bytes. */
    int BLOCK = 2 * 1024 * 1024;

    int FOLDER = 1;
    int DOWNLOAD = 1;
    int ADMIN = 7;

    /** WeCom page 93655. */
    @RequestLine("POST /cgi-bin/wedrive/space_create")
    CreatedSpace createSpace(CreateSpace create);

    /** Section 微盘, 获取空间信息. */
    @RequestLine("POST /cgi-bin/wedrive/new_space_info")
    FoundSpace space(WhichSpace which);

    /** Section 微盘, 空间添加成员. */
    @RequestLine("POST /cgi-bin/wedrive/space_acl_add")
    Done addToSpace(SpaceRights rights);

    /** Folders, documents and sheets. WeCom page 93657. */
    @RequestLine("POST /cgi-bin/wedrive/file_create")
    CreatedFile create(Create create);

    /** At most {@link #WHOLE} bytes. WeCom page 97880. */
    @RequestLine("POST /cgi-bin/wedrive/file_upload")
    Uploaded upload(Upload upload);

    /** Begins an upload in blocks. WeCom page 98004. */
    @RequestLine("POST /cgi-bin/wedrive/file_upload_init")
    Begun begin(Begin begin);

    /** WeCom page 98004. */
    @RequestLine("POST /cgi-bin/wedrive/file_upload_part")
    Done part(Part part);

    /** A second time is refused (640048). WeCom page 98004. */
    @RequestLine("POST /cgi-bin/wedrive/file_upload_finish")
    Uploaded finish(WhichUpload which);

    /** WeCom page 93657. */
    @RequestLine("POST /cgi-bin/wedrive/file_list")
    Files list(Folder folder);

    /** WeCom page 97886. */
    @RequestLine("POST /cgi-bin/wedrive/file_info")
    FoundFile info(WhichFile which);

    /** Where to fetch a file, with the cookie to fetch it with. Section 微盘, 下载文件. */
    @RequestLine("POST /cgi-bin/wedrive/file_download")
    Download download(WhichFile which);

    /** WeCom page 93657. */
    @RequestLine("POST /cgi-bin/wedrive/file_rename")
    Done rename(Rename rename);

    /** WeCom page 93657. */
    @RequestLine("POST /cgi-bin/wedrive/file_move")
    Done move(Move move);

    /** WeCom page 97885. */
    @RequestLine("POST /cgi-bin/wedrive/file_delete")
    Done delete(WhichFiles which);

    /** Section 微盘, 获取分享链接. */
    @RequestLine("POST /cgi-bin/wedrive/file_share")
    Shared share(WhichFile which);

    /**
     * @param space_sub_type 0
     */
    record CreateSpace(String space_name, List<SpaceRight> auth_info, int space_sub_type) {}

    /**
     * @param type 1: a member, 2: a department
     * @param auth {@link #DOWNLOAD}, 4 for a look (paid), or {@link #ADMIN}, at most three of them
     */
    record SpaceRight(int type, @Nullable String userid, @Nullable Long departmentid, int auth) {}

    record CreatedSpace(String spaceid) {}

    record WhichSpace(String spaceid) {}

    record FoundSpace(@Nullable Space space_info) {}

    record Space(String spaceid, String space_name) {}

    record SpaceRights(String spaceid, List<SpaceRight> auth_info) {}

    /**
     * @param fatherid the folder; the space itself for its root
     * @param file_type 1: folder, 3: document, 4: sheet
     * @param file_name at most 255 characters, Chinese ones count twice
     */
    record Create(String spaceid, String fatherid, int file_type, String file_name) {}

    record CreatedFile(String fileid, String url) {}

    record Upload(String spaceid, String fatherid, String file_name, String file_base64_content) {}

    record Uploaded(String fileid) {}

    /**
     * @param size bytes, at most 20 GB
     * @param block_sha see {@link BlockDigest}
     * @param skip_push_card whether WeCom tells nobody of the new file
     */
    record Begin(
            String spaceid,
            String fatherid,
            String file_name,
            long size,
            List<String> block_sha,
            boolean skip_push_card) {}

    /**
     * @param hit_exist WeCom had it already: {@code fileid} is there and nothing is to be sent
     */
    record Begun(boolean hit_exist, String upload_key, String fileid) {}

    /**
     * @param index from 1
     */
    record Part(String upload_key, int index, String file_base64_content) {}

    record WhichUpload(String upload_key) {}

    /**
     * @param sort_type 1 and 2: by name, 3 and 4: by size, 5 and 6: by the time of the change
     * @param limit at most 1,000
     */
    record Folder(String spaceid, String fatherid, int sort_type, int start, int limit) {}

    record Files(boolean has_more, int next_start, @Nullable FileList file_list) {}

    record FileList(List<File> item) {}

    /** Times are seconds since 1970. */
    record File(
            String fileid,
            String file_name,
            String spaceid,
            String fatherid,
            long file_size,
            long ctime,
            long mtime,
            int file_type,
            int file_status,
            String sha,
            String md5,
            String url) {}

    record WhichFile(String fileid) {}

    record FoundFile(@Nullable File file_info) {}

    record Download(String download_url, String cookie_name, String cookie_value) {
        @Override
        public String toString() {
            return "Download[]";
        }
    }

    record Rename(String fileid, String new_name) {}

    record Move(String fatherid, List<String> fileid, boolean replace) {}

    record WhichFiles(List<String> fileid) {}

    record Shared(String share_url) {}

    record Done() {}
}
