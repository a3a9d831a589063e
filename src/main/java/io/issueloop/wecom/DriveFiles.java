package io.issueloop.wecom;

import io.issueloop.wecom.DriveApi.Begin;
import io.issueloop.wecom.DriveApi.Part;
import io.issueloop.wecom.DriveApi.Upload;
import io.issueloop.wecom.DriveApi.WhichFile;
import io.issueloop.wecom.DriveApi.WhichUpload;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;
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
     * Puts a file into a folder; WeCom renames it where the name is taken. Nobody is told.
     *
     * @param folder the folder's id, the space's for its root
     * @return the file's id
     */
    String upload(String space, String folder, String name, byte[] content) {
        return content.length <= DriveApi.WHOLE
                ? api.upload(new Upload(space, folder, name, base64(content))).fileid()
                : uploadInBlocks(space, folder, name, content);
    }

    /** Page 98004; blocks WeCom has already are not sent. */
    String uploadInBlocks(String space, String folder, String name, byte[] content) {
        var sums = BlockDigest.of(content);
        var begun = api.begin(new Begin(space, folder, name, content.length, sums, true));
        if (begun.hit_exist()) {
            return begun.fileid();
        }
        for (int i = 0; i < sums.size(); i++) {
            int from = i * DriveApi.BLOCK;
            int to = Math.min(content.length, from + DriveApi.BLOCK);
            var block = base64(Arrays.copyOfRange(content, from, to));
            api.part(new Part(begun.upload_key(), i + 1, block));
        }
        return api.finish(new WhichUpload(begun.upload_key())).fileid();
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

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }
}
