package io.issueloop.issue.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The file people start from: the columns, and a sheet 说明 that explains each. */
final class ImportTemplate {

    private static final String HEAD = "E9F0FC";
    private static final int ROWS = 5000;

    private final List<String> projects;

    ImportTemplate(List<String> projects) {
        this.projects = projects;
    }

    void write(OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "IssueLoop", "1.0")) {
            rows(workbook.newWorksheet("问题"));
            explanation(workbook.newWorksheet("说明"));
        }
    }

    private void rows(Worksheet sheet) {
        for (var column : ImportColumn.values()) {
            int place = column.ordinal();
            sheet.value(0, place, column.label());
            sheet.width(place, column == ImportColumn.DESCRIPTION ? 44 : 18);
            sheet.style(0, place).bold().fillColor(HEAD).set();
            if (column.isRequired()) {
                sheet.style(0, place).bold().fillColor(HEAD).fontColor("C2362B").set();
            }
        }
        choices(sheet, ImportColumn.URGENCY, "紧急,高,中,低");
        choices(sheet, ImportColumn.CATEGORY, "技术,流程,人员,工具");
        choices(sheet, ImportColumn.DUPLICATE_KIND, "重复提报,复发");
        choices(sheet, ImportColumn.STARS, "1,2,3,4,5");
        sheet.freezePane(0, 1);
    }

    private static void choices(Worksheet sheet, ImportColumn column, String choices) {
        int place = column.ordinal();
        sheet.range(1, place, ROWS, place)
                .validateWithListByFormula("\"" + choices + "\"")
                .allowBlank(true);
    }

    private void explanation(Worksheet sheet) {
        line(sheet, 0, List.of("列", "必填", "怎么填", "例子"));
        sheet.range(0, 0, 0, 3).style().bold().fillColor(HEAD).set();
        int row = 1;
        for (var column : ImportColumn.values()) {
            line(
                    sheet,
                    row++,
                    List.of(
                            column.label(),
                            column.isRequired() ? "必填" : "",
                            column.help(),
                            column.example()));
        }
        row++;
        line(sheet, row++, List.of("可选的项目", "", String.join("、", projects), ""));
        line(sheet, row++, List.of("列的顺序", "", "不限；其他列会被忽略，并在结果中列出", ""));
        line(sheet, row++, List.of("再次导入", "", "同一外部编号不会重复导入；选择“更新”可补充原来为空的内容", ""));
        line(sheet, row, List.of("已关闭的行", "", "只进入统计，不发消息；未关闭的行从所处的步骤继续，处理人各收到一条汇总", ""));
        sheet.width(0, 14);
        sheet.width(1, 8);
        sheet.width(2, 70);
        sheet.width(3, 36);
    }

    private static void line(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }
}
