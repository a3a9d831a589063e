// Names of periods where only their code is at hand.

import { t } from "./i18n.js";

/** 2026Q3 is 2026年第3季度. */
export function quarterName(code) {
  const [year, quarter] = code.split("Q");
  return t`${year}年第${quarter}季度`;
}
