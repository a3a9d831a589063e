package io.issueloop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Full text search that knows no word of Chinese: pairs of characters. */
class BigramsTest {

    private static final JdbcClient JDBC = TestDatabase.create().jdbc();

    @Test
    void textBecomesPairsAndFoldedWords() {
        var vector =
                JDBC.sql("select issueloop_bigrams('订单超时，ＨＴＴＰ502 Error!')::text")
                        .query(String.class)
                        .single();
        assertThat(vector.split(" "))
                .containsExactlyInAnyOrder("'订单'", "'单超'", "'超时'", "'时'", "'http502'", "'error'");
    }

    @ParameterizedTest
    @DisplayName("搜索：全部命中或任一命中")
    @CsvSource({
        "支付接口超时, 接口, true, true",
        "支付接口超时, 时, true, true",
        "支付接口超时, 支, true, true",
        "支付接口超时, 支付超时, true, false",
        "支付接口超时, 支付超时, false, true",
        "支付接口超时, 登录失败, false, false",
        "缓存键冲突（Redis 集群）, redi, true, true",
        "缓存键冲突（Redis 集群）, 'ＲＥＤＩＳ 缓存', true, true",
    })
    void questionsMeetTexts(String text, String question, boolean every, boolean found) {
        assertThat(
                        JDBC.sql("select issueloop_bigrams(:text) @@ issueloop_query(:q, :every)")
                                .param("text", text)
                                .param("q", question)
                                .param("every", every)
                                .query(Boolean.class)
                                .single())
                .isEqualTo(found);
    }

    @Test
    void nothingToLookForIsNull() {
        for (var nothing : new String[] {"", "　", "！？' & | \\ :*", "\t\n"}) {
            var query = JDBC.sql("select issueloop_query(?, true) is null").param(nothing);
            assertThat(query.query(Boolean.class).single()).isTrue();
        }
        var empty = JDBC.sql("select issueloop_bigrams('')::text").query(String.class).single();
        assertThat(empty).isEmpty();
    }
}
