export default {
  "帮助": "Help",
  "使用手册是中文的。": "The guides are written in Chinese.",
  "全部手册": "All guides",
  "还没有月度分析；每月指标定稿后（次月第 6 个工作日）自动生成。": "There is no monthly analysis yet; one is written when a month's KPIs are final (6th working day of the next month)."
}
