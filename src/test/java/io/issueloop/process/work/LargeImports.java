package io.issueloop.process.work;

import io.issueloop.issue.imports.ImportRun;
import io.issueloop.issue.imports.Imports;
import io.issueloop.issue.imports.Options;
import io.issueloop.issue.imports.WatchedImport;
import io.issueloop.support.LiveHeap;
import io.issueloop.support.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Files of many closed rows, and what going through them holds in memory. */
final class LargeImports {

    static final Options FOR_REAL = new Options(false, false, List.of(), Map.of());

    private static final String HEAD =
            "外部编号,问题描述,紧急程度,关联项目,提报人,处理人,分类,创建时间,接单时间,解决时间,关闭时间,满意度,重复于,重复类型\n";

    private final Imports imports;
    private final WatchedImport another;

    LargeImports(Imports imports, ApplicationContext beans) {
        this.imports = imports;
        this.another = new WatchedImport(beans);
    }

    /** Every 137th reporter is unknown, and of 5,000 rows the last repeats a key: 37 are wrong. */
    static String csv(String prefix, int rows) {
        return HEAD
                + IntStream.rangeClosed(1, rows)
                        .mapToObj(n -> row(prefix, n))
                        .collect(Collectors.joining("\n"));
    }

    private static String row(String prefix, int n) {
        var reporter = n % 137 == 0 ? "无名氏" : "zhaomin";
        var key = prefix + (n == 5000 ? 4999 : n);
        var duplicate = n % 10 == 0 && n % 137 > 1 ? prefix + (n - 1) + ",复发" : ",";
        return key
                + ",列表页性能差 "
                + n
                + ",中,平台研发部,"
                + reporter
                + ",zhangwei,技术,2026-10-12 09:30,2026-10-12 10:00,2026-10-13 16:00,2026-10-14 09:00,4,"
                + duplicate;
    }

    long upload(String csv) {
        try {
            var content = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
            return imports.upload("历史.csv", content, People.SUN).fileId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins and does not end: the node dies in a batch, before its commit. */
    ImportRun killedAt(long fileId, int line) {
        var run = imports.request(fileId, FOR_REAL, People.SUN);
        try {
            another.performNext(
                    last -> {
                        if (last >= line) {
                            throw new WatchedImport.NodeDied();
                        }
                    });
        } catch (WatchedImport.NodeDied expected) {
            return imports.get(run.id());
        }
        throw new AssertionError("it went through");
    }

    /** Live heap in the last batch of a run, when most of the file was seen; bytes. */
    long heapAtTheEnd(String prefix, int rows, Options options) {
        imports.request(upload(csv(prefix, rows)), options, People.SUN);
        var heap = new AtomicLong();
        another.performNext(
                last -> {
                    if (last > rows) {
                        heap.set(LiveHeap.bytes());
                    }
                });
        return heap.get();
    }
}
