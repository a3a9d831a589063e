import { get, post } from "./api.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { t } from "./i18n.js";
import { open } from "./shell.js";
import { exact, moment, stars } from "./words.js";

const ADDRESS = "/api/admin/pilot";

function summary({ summary: all, formUrl }) {
  const most = Math.max(1, ...all.byStars);
  const link = formUrl
    ? h("p", { class: "small" }, h("a", { href: formUrl }, t`企业微信收集表「试用反馈」`))
    : h("p", { class: "small muted" }, t`收集表未启用，成员在 `, h("a", { href: "/m/feedback" }, t`反馈页面`), t` 上填写。`);
  if (!all.count) return [empty(t`还没有反馈`, t`把反馈入口告诉试点的同事，答案会出现在这里。`), link];
  return [
    h("p", { class: "average" }, Number(all.average).toFixed(2), h("small", {}, t` / 5，共 ${all.count} 份`)),
    h("div", { class: "ratings" }, [5, 4, 3, 2, 1].map((count) => h("div", {},
      h("span", { class: "muted" }, t`${count} 星`),
      h("meter", { min: 0, max: most, value: all.byStars[count - 1], "aria-label": t`${count} 星的份数` }),
      h("span", { class: "number" }, all.byStars[count - 1])))),
    link,
  ];
}

const said = (name, text) => text && h("div", {}, h("dt", {}, name), h("dd", {}, text));

function answers(list) {
  if (!list.length) return empty(t`没有可看的内容`, t`收到反馈后逐条列在这里。`);
  return h("ul", { class: "rows" }, list.map((one) => h("li", {}, h("div", { class: "opinion" },
    h("div", { class: "opinion-head" },
      h("span", { class: "opinion-stars", role: "img", "aria-label": t`${one.stars} 星` }, stars(one.stars)),
      h("span", { class: "muted small" }, one.byName ?? t`匿名`, " · ",
        h("span", { title: exact(one.at) }, moment(one.at)), one.source === "FORM" ? t` · 收集表` : t` · 反馈页面`)),
    h("dl", { class: "opinion-words" }, said(t`最有用`, one.words.mostUseful), said(t`最不方便`, one.words.leastHandy),
      said(t`建议`, one.words.advice))))));
}

function scope(overview, save) {
  const boxes = overview.departments.map((one) => h("input", { type: "checkbox", value: one.id, checked: one.chosen }));
  const button = h("button", { class: "button primary", type: "button", onclick: () =>
    save(boxes.filter((box) => box.checked).map((box) => Number(box.value))) }, t`保存`);
  const all = overview.departments.every((one) => !one.chosen);
  return [
    h("p", { class: "muted" }, all ? t`现在全员参加。勾选部门后，只受理这些部门（含下级）成员的提报。`
      : t`只受理所选部门（含下级）成员的提报；全部取消即全员参加。`),
    h("div", { class: "teams-list" }, overview.departments.map((one, nth) =>
      h("label", { class: "check" }, boxes[nth], h("span", {}, one.name)))),
    h("div", { class: "actions" }, button),
    overview.changes.length > 0 && h("ul", { class: "timeline" }, overview.changes.slice(0, 10).map((change) =>
      h("li", { class: "calm" }, change.departments.length ? change.departments.join(t`、`) : t`全员`,
        h("div", { class: "muted small", title: exact(change.at) }, `${change.byName} · ${moment(change.at)}`)))),
  ];
}

open(async (page) => {
  const note = h("div", { role: "status" });
  const marks = h("div", { class: "stack-small" }, loading());
  const list = h("div", {}, loading());
  const teams = h("div", { class: "stack-small" }, loading());

  function draw(overview) {
    show(marks, summary(overview));
    show(list, answers(overview.answers));
    show(teams, scope(overview, save));
  }

  async function save(departments) {
    try {
      draw(await post(`${ADDRESS}/scope`, { departments }));
      show(note, h("p", { class: "notice good" }, t`已保存，几秒内对所有入口生效；进行中的问题不受影响。`));
    } catch (error) {
      show(note, h("p", { class: "notice bad", role: "alert" }, error.message));
    }
  }

  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`试点与反馈`), h("p", {}, t`先在几个部门用起来，听听大家怎么说。`)),
      h("a", { class: "button", href: "/pilot" }, t`试点计划`)),
    note,
    h("div", { class: "columns" },
      h("section", { class: "card flush" }, h("h2", {}, t`大家怎么说`), list),
      h("div", { class: "stack" },
        h("section", { class: "card" }, h("h2", {}, t`满意度`), marks),
        h("section", { class: "card" }, h("h2", {}, t`参加试点的部门`, " ", badge(t`立即生效`)), teams))));
  try {
    draw(await get(ADDRESS));
  } catch (error) {
    show(list, failure(error, () => window.location.reload()));
    show(marks);
    show(teams);
  }
});
