package io.issueloop.bench;

import io.issueloop.standalone.DatabaseConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Issues the way they really come: rows in the table, a signed encrypted callback for each. */
final class ProductIntake implements Intake, AutoCloseable {

    private static final int IN_FLIGHT = 64;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Corp corp;
    private final Node node;
    private final Connection look;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private long looks;

    ProductIntake(Corp corp, Node node, DatabaseConnection database) throws SQLException {
        this.corp = corp;
        this.node = node;
        this.look = database.open();
    }

    /** Rows and callbacks are made ready before the clock starts. */
    @Override
    public double intake(int count, int firstNumber) throws InterruptedException {
        var sheet = sheet();
        var rows = IntStream.range(firstNumber, firstNumber + count).mapToObj(Texts::row).toList();
        var callbacks = corp.callbacks(sheet, corp.addRows(sheet, rows), Texts.REPORTERS);
        var last = lastNumber() + count;
        var target = waiting() + count;
        var begin = System.nanoTime();
        post(callbacks);
        while (lastNumber() < last || waiting() < target) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException(
                        "only %d of %d wait at 接单".formatted(waiting(), target));
            }
            Thread.sleep(20);
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        while (number("select count(*) from wecom_inbox where status = 'PENDING'") > 0) {
            Thread.sleep(10);
        }
        return seconds;
    }

    private void post(List<Sealed> callbacks) throws InterruptedException {
        var places = new Semaphore(IN_FLIGHT);
        var answers = new ArrayList<CompletableFuture<HttpResponse<Void>>>();
        for (var callback : callbacks) {
            places.acquire();
            var request =
                    HttpRequest.newBuilder(node.address("/wecom/callback" + callback.query()))
                            .header("Content-Type", "text/xml; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofString(callback.body()))
                            .build();
            answers.add(
                    http.sendAsync(request, BodyHandlers.discarding())
                            .whenComplete((answer, failed) -> places.release()));
        }
        for (var answer : answers) {
            if (answer.join().statusCode() != 200) {
                throw new IllegalStateException("callback answered " + answer.join().statusCode());
            }
        }
    }

    /** Costs next to nothing, which is why it is asked first. */
    private long lastNumber() {
        return number("select case when is_called then last_value else 0 end from issue_serial");
    }

    private long waiting() {
        return number("select count(*) from act_ru_task where task_def_key_ = 'Task_AcceptIssue'");
    }

    @Override
    public long queuedDeliveries() {
        return number("select count(*) from act_ru_job where handler_type_ = 'async-continuation'");
    }

    @Override
    public long looks() {
        return looks;
    }

    private Corp.Sheet sheet() {
        return new Corp.Sheet(
                text("select id from wecom_resource where kind = 'SMART_TABLE' and key = '问题跟踪'"),
                text("select id from wecom_resource where kind = 'SHEET' and key = '问题跟踪/问题'"));
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        looks++;
        try (var statement = look.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        look.close();
    }
}
