package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.wecom.DriveApi.CreateSpace;
import io.issueloop.wecom.DriveApi.SpaceRight;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockDigestTest {

    @Test
    @DisplayName("官方示例文件的三个累积 SHA 值")
    void officialExampleIsReproduced() throws IOException {
        var text = "1234567890\r\n".repeat(500_000);
        var file = text.substring(0, text.length() - 2).getBytes(StandardCharsets.US_ASCII);
        assertThat(file).hasSize(5_999_998);
        assertThat(BlockDigest.of(new ByteArrayInputStream(file)))
                .containsExactly(
                        "5186fee37e9f7e77a1f6bea8d4e32638d5186d44",
                        "cf540965f3190bc0c6367147ab0ac64dc9eff6a0",
                        "bda1e884e1cb23a5cbdea73d2e00e23baa72d2f5");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, DriveApi.BLOCK - 1, DriveApi.BLOCK, DriveApi.BLOCK + 1})
    void lastEntryIsTheWholeFiles(int size) throws IOException {
        var file = new byte[size];
        new Random(7).nextBytes(file);
        var entries = BlockDigest.of(new ByteArrayInputStream(file));
        assertThat(entries).hasSize(Math.max(1, (size + DriveApi.BLOCK - 1) / DriveApi.BLOCK));
        assertThat(entries.get(entries.size() - 1)).isEqualTo(Digest.sha1Hex(file));
    }

    @Test
    @DisplayName("大文件分块上传、秒传、带 Cookie 下载，内容原样")
    void largeFileGoesUpInBlocksAndComesBack() {
        var world = World.shared();
        var drive = world.the(DriveApi.class);
        var files = world.the(DriveFiles.class);
        var right = new SpaceRight(1, "zhangwei", null, DriveApi.ADMIN);
        var space = drive.createSpace(new CreateSpace("大文件", List.of(right), 0)).spaceid();
        var content = new byte[2 * DriveApi.BLOCK + 5];
        new Random(11).nextBytes(content);
        world.people.forgetRequests();
        var file = files.uploadInBlocks(space, space, Sources.of("大.bin", content));
        assertThat(world.people.requests("/cgi-bin/wedrive/file_upload_part")).hasSize(3);
        assertThat(files.download(file)).isEqualTo(content);
        world.people.forgetRequests();
        assertThat(files.uploadInBlocks(space, space, Sources.of("又一份.bin", content))).isNotEmpty();
        assertThat(world.people.requests("/cgi-bin/wedrive/file_upload_part"))
                .as("WeCom has it already")
                .isEmpty();
        var small = Arrays.copyOf(content, 100);
        var whole = files.upload(space, space, Sources.of("小.bin", small));
        assertThat(files.download(whole)).isEqualTo(small);
    }

    @Test
    void downloadsComeFromWeComAlone() throws Exception {
        try (var server =
                new TinyServer(
                        call ->
                                TinyServer.reply(
                                        call,
                                        200,
                                        "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200,"
                                                + "\"download_url\":\"http://elsewhere.example/f\","
                                                + "\"cookie_name\":\"c\",\"cookie_value\":\"v\"}"))) {
            var wire = Wire.to(TestSettings.of(server.url()));
            var files = new DriveFiles(wire.clients.of(DriveApi.class), wire.properties);
            assertThatThrownBy(() -> files.download("f"))
                    .isInstanceOf(WeComUnavailable.class)
                    .hasMessageContaining("elsewhere.example")
                    .hasMessageContaining("不可信");
        }
    }
}
