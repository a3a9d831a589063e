package io.issueloop.wecom;

import feign.Param;
import feign.RequestLine;

/** Files in messages and forms. They live three days and belong to all applications of the corp. */
interface MediaApi {

    /**
     * More than 5 bytes; image at most 10 MB, voice 2 MB, video 10 MB, file 20 MB.
     *
     * @param type image, voice, video or file
     */
    @RequestLine("POST /cgi-bin/media/upload?type={type}")
    Uploaded upload(@Param("type") String type, Multipart file);

    /** WeCom page 90254. */
    @RequestLine("GET /cgi-bin/media/get?media_id={media_id}")
    byte[] get(@Param("media_id") String media_id);

    /**
     * @param created_at seconds since 1970, as text
     */
    record Uploaded(String type, String media_id, String created_at) {}
}
