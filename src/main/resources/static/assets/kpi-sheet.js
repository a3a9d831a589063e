// One subject's numbers in one period, and the period people choose.

import { get } from "./api.js";
import { badge, h } from "./dom.js";
import { t } from "./i18n.js";

/** The current period may not have been computed yet: then the newest that has. */
export async function sheetFor(period, scope) {
  const sheet = await get("/api/kpis/sheet", { period, scope });
  const known = sheet.periods.some(({ code }) => code === sheet.period.code);
  const fallback = sheet.periods.find(({ kind }) => kind === sheet.period.kind) ?? sheet.periods[0];
  return known || period || !fallback ? sheet : get("/api/kpis/sheet", { period: fallback.code, scope });
}

/** All computed periods, quarters first. */
export function periodSelect(sheet, choose) {
  const group = (kind, label) => {
    const some = sheet.periods.filter((one) => one.kind === kind);
    return some.length > 0 && h("optgroup", { label }, some.map(({ code, label: name }) =>
      h("option", { value: code, selected: code === sheet.period.code }, name)));
  };
  const list = h("select", { "aria-label": t`周期`, onchange: () => choose(list.value) },
    group("QUARTER", t`季度`), group("MONTH", t`月度`));
  return list;
}

/** 已锁定（修订 n）; nothing while the numbers may still change. */
export function lockedBadge({ lockedRevision }) {
  return lockedRevision && badge(t`已锁定（修订 ${lockedRevision}）`, "good");
}
