package io.issueloop.wecom;

import io.issueloop.wecom.DriveApi.Begin;
import io.issueloop.wecom.DriveApi.Part;
import io.issueloop.wecom.DriveApi.Upload;
import io.issueloop.wecom.DriveApi.WhichFile;
import io.issueloop.wecom.DriveApi.WhichUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Files of the drive: up in one piece or in blocks, down with WeCom's cookie. */
@Component
class DriveFiles {

    private static final String WECOMS = ".qq.com";

    private final DriveApi api;
    private final WeComProperties properties;
    private final HttpClient http;

    DriveFiles(DriveApi api, WeComProperties properties) {
        this.api = api;
        this.properties = properties;
        var builder =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(properties.connectTimeout());
        properties.proxyAddress().ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy)));
        this.http = builder.build();
    }

    /**
     * A file on its way up.
     *
     * @param content from the beginning; opened twice where it goes up in blocks
     */
    record Source(String name, long bytes, Supplier<InputStream> content) {}

    /**
     * Puts a file into a folder; WeCom renames it where the name is taken. Nobody is told.
     *
     * @param folder the folder's id, the space's for its root
     * @return the file's id
     */
    String upload(String space, String folder, Source file) {
        return file.bytes() <= DriveApi.WHOLE
                ? api.upload(new Upload(space, folder, file.name(), whole(file))).fileid()
                : uploadInBlocks(space, folder, file);
    }

    /** Page 98004; a file WeCom has already is not sent. One block is in memory at a time. */
    String uploadInBlocks(String space, String folder, Source file) {
        var sums = read(file, BlockDigest::of);
        var begun = api.begin(new Begin(space, folder, file.name(), file.bytes(), sums, true));
        if (begun.hit_exist()) {
            return begun.fileid();
        }
        read(file, content -> send(content, begun.upload_key(), sums.size()));
        return api.finish(new WhichUpload(begun.upload_key())).fileid();
    }

    private int send(InputStream content, String key, int blocks) throws IOException {
        for (int index = 1; index <= blocks; index++) {
            var block = content.readNBytes(DriveApi.BLOCK);
            api.part(new Part(key, index, Base64.getEncoder().encodeToString(block)));
        }
        return blocks;
    }

    private static String whole(Source file) {
        return Base64.getEncoder().encodeToString(read(file, InputStream::readAllBytes));
    }

    /** What is done with a content. */
    private interface Reading<T> {

        T of(InputStream content) throws IOException;
    }

    private static <T> T read(Source file, Reading<T> reading) {
        try (var content = file.content().get()) {
            return reading.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The content of a file.
     *
     * @throws WeComUnavailable when it did not come, or WeCom names an address that is not its own
     */
    byte[] download(String fileId) {
        var where = api.download(new WhichFile(fileId));
        var address = URI.create(where.download_url());
        if (!isWeComs(address)) {
            throw new WeComUnavailable("企业微信给出的下载地址不可信：" + address.getHost(), null);
        }
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(properties.readTimeout().multipliedBy(6))
                        .header("Cookie", where.cookie_name() + "=" + where.cookie_value())
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new WeComUnavailable("微盘文件下载失败：HTTP " + answer.statusCode(), null);
            }
            return answer.body();
        } catch (IOException e) {
            throw new WeComUnavailable("微盘文件下载中断", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WeComUnavailable("微盘文件下载被中断", null);
        }
    }

    /** Either where the API itself is, or WeCom's by TLS. */
    private boolean isWeComs(URI address) {
        var own = properties.baseUrl();
        var host = String.valueOf(address.getHost());
        return host.equals(own.getHost())
                        && String.valueOf(own.getScheme()).equals(address.getScheme())
                || host.endsWith(WECOMS) && "https".equals(address.getScheme());
    }
}
