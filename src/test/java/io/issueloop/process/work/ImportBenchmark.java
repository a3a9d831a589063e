package io.issueloop.process.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.issue.imports.Imports;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whether importing ten times the rows, for real, holds more memory; with {@code -Pbench}. */
class ImportBenchmark extends IssueStory {

    @Autowired private Imports imports;
    @Autowired private ApplicationContext beans;

    @Test
    @DisplayName("导入 5,000 行与 50,000 行：活动堆之比")
    void memoryOfFiftyThousandRows() {
        var large = new LargeImports(imports, beans);
        large.heapAtTheEnd("BW-", 1000, LargeImports.FOR_REAL);
        long few = large.heapAtTheEnd("BF-", 5_000, LargeImports.FOR_REAL);
        long many = large.heapAtTheEnd("BM-", 50_000, LargeImports.FOR_REAL);
        System.out.printf(
                "import: live heap %,d KB at 5,000 rows, %,d KB at 50,000, ratio %.3f, %d bytes a row%n",
                few >> 10, many >> 10, (double) many / few, (many - few) / 45_000);
        assertThat((double) many / few).isLessThan(1.05);
        assertThat((many - few) / 45_000).as("bytes a row").isLessThan(50);
    }
}
