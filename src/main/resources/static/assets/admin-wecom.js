import { get, post } from "./api.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { said as inWords, t } from "./i18n.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const ADDRESS = "/api/admin/wecom";
const TASKLIST = "/camunda/app/tasklist/default/";
const MODES = { AUTO: t`自动`, MANUAL: t`人工`, OFF: t`关闭` };
const MEANING = {
  AUTO: t`由系统调用企业微信`,
  MANUAL: t`系统不调用，生成「人工办理」任务`,
  OFF: t`跳过，不做也不等待`,
};

function source(one) {
  return one.decided
    ? h("span", {}, t`由管理员设定（设置中为${MODES[one.setting]}）`)
    : h("span", {}, t`来自设置`);
}

function counts(one) {
  const found = [
    one.failing && h("a", { href: "/admin/deliveries", title: t`查看原因、重试或人工办理` }, badge(t`失败 ${one.failing}`, "bad")),
    one.byHand && h("a", { href: TASKLIST, title: t`在任务列表中办理` }, badge(t`待人工 ${one.byHand}`, "warn")),
    one.underWay && badge(t`排队 ${one.underWay}`, "brand-soft"),
  ].filter(Boolean);
  return found.length ? h("span", { class: "badges" }, found) : null;
}

function segments(one, change) {
  return h("div", { class: "segments", role: "group", "aria-label": t`${inWords(one.label)}的模式` },
    Object.entries(MODES).map(([mode, name]) => h("button", {
      type: "button", title: MEANING[mode], "aria-pressed": String(one.mode === mode),
      onclick: () => one.mode !== mode && change(one, mode.toLowerCase(), name),
    }, name)));
}

function row(one, change) {
  return h("li", {}, h("div", { class: "row mode" },
    h("span", { class: "row-title" }, inWords(one.label)),
    h("span", { class: "row-facts" },
      h("span", {}, one.uses.length ? one.uses.map(inWords).join(t`、`) : t`目前没有由它完成的事`)),
    h("span", { class: "row-end" }, counts(one), segments(one, change)),
    h("span", { class: "row-facts mode-source" }, source(one),
      one.decided && h("button", {
        class: "link", type: "button", onclick: () => change(one, "setting", MODES[one.setting]),
      }, t`恢复为设置的值`))));
}

function history(changes) {
  return changes.length
    ? h("ul", { class: "timeline" }, changes.map((change) => h("li", { class: "calm" },
        h("b", {}, inWords(change.label)), ` ${MODES[change.from]} → ${change.to ? MODES[change.to] : t`设置的值`}`,
        h("div", { class: "muted small", title: exact(change.at) }, `${change.byName} · ${moment(change.at)}`))))
    : empty(t`还没有改过`, t`谁在什么时候把哪项能力改成了什么，会留在这里。`);
}

open(async (page) => {
  const said = h("div", { role: "status" });
  const list = h("div", {}, loading());
  const log = h("div", {}, loading());

  function draw(view) {
    show(list, h("ul", { class: "rows" }, view.capabilities.map((one) => row(one, change))));
    show(log, history(view.history));
  }

  async function change(one, mode, name) {
    try {
      draw(await post(`${ADDRESS}/${one.capability.toLowerCase()}`, { mode }));
      show(said, h("p", { class: "notice good" }, t`「${inWords(one.label)}」已改为${name}，立即生效；进行中的问题不受影响。`));
    } catch (error) {
      show(said, h("p", { class: "notice bad", role: "alert" }, error.message));
    }
  }

  show(
    page,
    h("div", { class: "head" }, h("div", {},
      h("h1", {}, t`企业微信能力`),
      h("p", {}, t`每项能力可以先由人办理，等企业微信的权限齐备后再改为自动。`))),
    said,
    h("div", { class: "columns" },
      h("section", { class: "card flush" }, h("h2", {}, t`能力与模式`), list),
      h("div", { class: "stack" },
        h("section", { class: "card" }, h("h2", {}, t`三种模式`),
          h("dl", { class: "solution" }, Object.entries(MEANING).map(([mode, text]) =>
            [h("dt", {}, MODES[mode]), h("dd", {}, text)]))),
        h("section", { class: "card" }, h("h2", {}, t`变更记录`), log))),
  );
  try {
    draw(await get(ADDRESS));
  } catch (error) {
    show(list, failure(error, () => window.location.reload()));
    show(log);
  }
});
